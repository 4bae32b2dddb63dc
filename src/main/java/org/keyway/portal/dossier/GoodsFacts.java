package org.keyway.portal.dossier;

import java.util.List;
import java.util.Map;
import org.keyway.certificate.CertificateView;
import org.keyway.portal.Divisions;
import org.keyway.portal.Wording;
import org.keyway.shared.Masking;
import org.keyway.shipping.ParcelHistory;
import org.keyway.shipping.ParcelHistory.Sending;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.keyway.ukey.TestStamps;
import org.springframework.stereotype.Component;

/** Keys and parcels of an order as its documents print them. */
@Component
class GoodsFacts {

    private final Keys keys;
    private final TestStamps stamps;
    private final ParcelHistory parcels;
    private final Divisions divisions;
    private final Wording wording;

    GoodsFacts(Keys keys, TestStamps stamps, ParcelHistory parcels, Divisions divisions, Wording wording) {
        this.keys = keys;
        this.stamps = stamps;
        this.parcels = parcels;
        this.divisions = divisions;
        this.wording = wording;
    }

    List<Map<String, Object>> keys(String orderNo) {
        return keys.of(orderNo).stream().map(this::key).toList();
    }

    /** The sheets that the keys have stamped, with the hash of each file. */
    List<Map<String, Object>> stamps(String orderNo) {
        return stamps.of(orderNo).stream()
                .map(stamp -> Row.of("serial", stamp.keySerial())
                        .and("certificate", stamp.certificateSerial())
                        .and("at", wording.time(stamp.at()))
                        .and("sha256", stamp.sha256())
                        .asMap())
                .toList();
    }

    List<Map<String, Object>> parcels(String orderNo) {
        return parcels.of(orderNo).stream().map(this::parcel).toList();
    }

    private Map<String, Object> key(KeyView key) {
        return Row.of("serial", key.serial())
                .and("model", key.model())
                .and("state", wording.text("key.state." + key.state()))
                .and("seal", key.seal() == null ? "" : wording.date(key.seal().notAfter()))
                .and(
                        "certificates",
                        key.certificates().stream().map(this::certificate).toList())
                .asMap();
    }

    private Map<String, Object> certificate(CertificateView view) {
        return Row.of("serial", view.serial())
                .and("use", wording.text("certificate.use." + view.use()))
                .and("notBefore", wording.date(view.notBefore()))
                .and("notAfter", wording.date(view.notAfter()))
                .and("state", wording.text("certificate.state." + view.state()))
                .asMap();
    }

    private Map<String, Object> parcel(Sending sending) {
        return Row.of("round", sending.round())
                .and("carrier", wording.text("carrier." + sending.carrier()))
                .and("waybillNo", sending.waybillNo())
                .and("status", wording.text("parcel." + sending.status()))
                .and("dispatchedAt", wording.time(sending.dispatchedAt()))
                .and("freight", wording.text("dossier.freight." + sending.freight()))
                .and("keySerials", String.join(" ", sending.keySerials()))
                .and("consignee", sending.consignee().name())
                .and("mobile", Masking.mobile(sending.consignee().mobile()))
                .and(
                        "address",
                        divisions.name(sending.consignee().division()) + " "
                                + sending.consignee().address())
                .and(
                        "events",
                        sending.events().stream()
                                .map(event -> Row.of("at", wording.time(event.at()))
                                        .and("place", event.place())
                                        .and("text", event.text())
                                        .asMap())
                                .toList())
                .asMap();
    }
}
