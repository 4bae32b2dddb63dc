package org.keyway.portal.api;

import java.time.OffsetDateTime;
import java.util.List;

/** A key device with what is on it; {@code seal} is null while it carries none. */
record KeyJson(String serial, String model, String state, List<CertificateJson> certificates, SealJson seal) {

    /** A certificate; {@code use} is SIGN or ENCRYPT. */
    record CertificateJson(
            String serial,
            String use,
            String subject,
            OffsetDateTime notBefore,
            OffsetDateTime notAfter,
            String state,
            String pem) {}

    /** The electronic seal. */
    record SealJson(String id, OffsetDateTime notAfter, String state) {}
}
