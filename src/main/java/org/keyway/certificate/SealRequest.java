package org.keyway.certificate;

/**
 * The wish for one electronic seal.
 *
 * @param requestKey idempotency key (order, key index, round)
 * @param name what runs round the seal: the holder's name
 * @param years validity in years of twelve months
 * @param signerCertificate the holder's SIGN certificate in DER, which alone may use the seal
 */
public record SealRequest(
        String requestKey, String orderNo, String keySerial, String name, int years, byte[] signerCertificate) {}
