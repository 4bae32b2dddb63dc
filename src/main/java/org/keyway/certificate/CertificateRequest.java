package org.keyway.certificate;

import java.time.Instant;

/**
 * The wish for one certificate.
 *
 * @param requestKey idempotency key (order, key index, use, round): the same key never gets a second certificate
 * @param keySerial serial number of the UKey that holds the private key
 * @param years whole years of validity, 1 to 5
 * @param until end of validity instead of {@code years} from now; null when the years count
 * @param csrDer PKCS#10 request (RFC 2986) signed by the key itself
 */
public record CertificateRequest(
        String requestKey,
        String orderNo,
        String keySerial,
        HolderName holder,
        KeyUse use,
        int years,
        Instant until,
        byte[] csrDer) {}
