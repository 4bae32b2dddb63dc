package org.keyway.portal.api;

import org.keyway.certificate.CertificateView;
import org.keyway.certificate.SealView;
import org.keyway.portal.Wording;
import org.keyway.portal.api.KeyJson.CertificateJson;
import org.keyway.portal.api.KeyJson.SealJson;
import org.keyway.ukey.KeyView;

/** Keys as the public API shows them. */
final class KeyJsons {

    private KeyJsons() {}

    static KeyJson of(KeyView key) {
        return new KeyJson(
                key.serial(),
                key.model(),
                key.state().name(),
                key.certificates().stream().map(KeyJsons::certificate).toList(),
                key.seal() == null ? null : seal(key.seal()));
    }

    private static CertificateJson certificate(CertificateView view) {
        return new CertificateJson(
                view.serial(),
                view.use().name(),
                view.subject(),
                Wording.iso(view.notBefore()),
                Wording.iso(view.notAfter()),
                view.state().name(),
                view.pem());
    }

    private static SealJson seal(SealView view) {
        return new SealJson(
                view.id(), Wording.iso(view.notAfter()), view.state().name());
    }
}
