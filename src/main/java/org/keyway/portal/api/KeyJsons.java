package org.keyway.portal.api;

import java.util.List;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.Certificates;
import org.keyway.portal.Wording;
import org.keyway.portal.api.KeyJson.CertificateJson;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/** Gathers devices and their certificates. */
@Component
class KeyJsons {

    private final KeyStock stock;
    private final Certificates certificates;

    KeyJsons(KeyStock stock, Certificates certificates) {
        this.stock = stock;
        this.certificates = certificates;
    }

    List<KeyJson> of(String orderNo) {
        return stock.of(orderNo).stream().map(this::of).toList();
    }

    KeyJson of(KeyDevice device) {
        List<CertificateJson> onKey =
                certificates.ofKey(device.serial()).stream().map(KeyJsons::certificate).toList();
        return new KeyJson(device.serial(), device.model(), device.state().name(), onKey, null);
    }

    private static CertificateJson certificate(CertificateView view) {
        return new CertificateJson(
                view.serial(),
                view.use().name(),
                view.subject(),
                Wording.iso(view.notBefore()),
                Wording.iso(view.notAfter()),
                view.state().name());
    }
}
