package org.keyway.ukey;

import java.util.List;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.SealView;

/** A key with everything on it, as its holder sees it; {@code seal} is null while there is none. */
public record KeyView(
        String serial, String model, KeyStatus state, List<CertificateView> certificates, SealView seal) {}
