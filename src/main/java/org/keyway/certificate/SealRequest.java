package org.keyway.certificate;

import java.time.Instant;

/**
 * The wish for one electronic seal.
 *
 * @param requestKey idempotency key (order, key index, round)
 * @param name what runs round the seal: the holder's name
 * @param years validity in years of twelve months
 * @param until end of validity instead of {@code years} from now; null when the years count
 * @param signerCertificate the holder's SIGN certificate in DER, which alone may use the seal
 */
public record SealRequest(
        String requestKey,
        String orderNo,
        String keySerial,
        String name,
        int years,
        Instant until,
        byte[] signerCertificate) {}
