package org.keyway.certificate;

import java.time.Instant;

/** A certificate as people see it; {@code serial} is lower-case hexadecimal, {@code subject} an RFC 4514 text, {@code pem} as in RFC 7468. */
public record CertificateView(
        String serial,
        KeyUse use,
        String subject,
        Instant notBefore,
        Instant notAfter,
        CertificateState state,
        String keySerial,
        String orderNo,
        String pem) {}
