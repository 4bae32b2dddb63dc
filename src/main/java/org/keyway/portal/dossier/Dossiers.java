package org.keyway.portal.dossier;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyway.certificate.DocumentSealer;
import org.keyway.document.Documents;
import org.keyway.document.PdfSeals;
import org.keyway.document.SealKey;
import org.keyway.order.BusinessLine;
import org.keyway.order.Order;
import org.keyway.order.OrderStatus;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.keyway.ukey.Keys;
import org.keyway.ukey.TestStamps;
import org.springframework.stereotype.Component;

/** Which documents an order has at its present status, and their bytes; the evidence package is sealed. */
@Component
public class Dossiers {

    static final String DELIVERY = "delivery-note";
    static final String EVIDENCE = "evidence";
    private static final String PIN_RESET = "pin-reset-form";
    private static final String LOSS = "loss-statement";
    private static final Set<String> FACTUAL = Set.of("order-sheet", DELIVERY, EVIDENCE);
    private static final Set<String> FOR_ORGANIZATIONS = Set.of("seal-sample-sheet", "authorization-letter");
    private static final List<String> ALL = List.of(
            "application-form",
            "business-registration",
            "seal-sample-sheet",
            "authorization-letter",
            "risk-notice",
            PIN_RESET,
            LOSS,
            "order-sheet",
            DELIVERY,
            EVIDENCE);
    /** Papers that make sense on some lines only; what is not named here fits all. */
    private static final Map<String, Set<BusinessLine>> LINES = Map.of(
            "seal-sample-sheet",
            EnumSet.of(BusinessLine.NEW_ISSUANCE, BusinessLine.CHANGE, BusinessLine.REPLACEMENT),
            "authorization-letter",
            EnumSet.of(BusinessLine.NEW_ISSUANCE, BusinessLine.REPLACEMENT),
            "risk-notice",
            EnumSet.of(BusinessLine.RENEWAL, BusinessLine.CHANGE, BusinessLine.REPLACEMENT),
            DELIVERY,
            EnumSet.of(BusinessLine.NEW_ISSUANCE, BusinessLine.REPLACEMENT, BusinessLine.UNLOCK));

    private static final Pattern STAMPED = Pattern.compile(TestStampSheet.CODE + "(?:-([1-9][0-9]?))?");

    private final Documents documents;
    private final CaseModel model;
    private final Keys keys;
    private final PdfSeals seals;
    private final DocumentSealer sealer;
    private final TestStamps stamps;
    private final Wording wording;

    Dossiers(
            Documents documents,
            CaseModel model,
            Keys keys,
            PdfSeals seals,
            DocumentSealer sealer,
            TestStamps stamps,
            Wording wording) {
        this.documents = documents;
        this.model = model;
        this.keys = keys;
        this.seals = seals;
        this.sealer = sealer;
        this.stamps = stamps;
        this.wording = wording;
    }

    /** Codes to list on the order's page. */
    public List<String> offered(Order order) {
        boolean organization =
                order.fields().text("holderType").filter("INDIVIDUAL"::equals).isEmpty();
        Stream<String> made = ALL.stream()
                .filter(documents::offers)
                .filter(code -> LINES.getOrDefault(code, EnumSet.allOf(BusinessLine.class))
                        .contains(order.line()))
                .filter(code ->
                        FACTUAL.contains(code) || code.equals(PIN_RESET) == (order.line() == BusinessLine.UNLOCK))
                .filter(code -> organization || !FOR_ORGANIZATIONS.contains(code))
                .filter(code -> order.status() != OrderStatus.DRAFT || !FACTUAL.contains(code))
                .filter(code -> !code.equals(LOSS) || isLoss(order))
                .filter(code -> isReady(order, code));
        Stream<String> stamped = stamps.of(order.orderNo()).stream().map(stamp -> code(stamp.keyIndex()));
        return Stream.concat(made, stamped).toList();
    }

    /** The words for a document of this code. */
    public String title(String code) {
        Matcher stamped = STAMPED.matcher(code);
        return stamped.matches() && stamped.group(1) != null
                ? wording.text("document.test-stamp.of", stamped.group(1))
                : wording.text("document." + code);
    }

    /** The document; a problem when there is none of that code, or not yet. Personal numbers are shown to {@code own}. */
    public byte[] pdf(Order order, String code, boolean own) {
        if (STAMPED.matcher(code).matches()) {
            return stamped(order, code);
        }
        if (!documents.offers(code)) {
            throw Problem.notFound("portal.document.unknown");
        }
        if (!isReady(order, code)) {
            throw Problem.conflict("dossier.not-yet." + code);
        }
        if (!FACTUAL.contains(code)) {
            return documents.render(code, order, Map.of());
        }
        boolean full = own && !code.equals(EVIDENCE);
        byte[] pdf = documents.render(code, CaseModel.masked(order, full), model.of(order, code));
        return code.equals(EVIDENCE) ? sealed(pdf) : pdf;
    }

    private static String code(int keyIndex) {
        return keyIndex == 0 ? TestStampSheet.CODE : TestStampSheet.CODE + "-" + (keyIndex + 1);
    }

    private byte[] stamped(Order order, String code) {
        return stamps.of(order.orderNo()).stream()
                .filter(stamp -> code(stamp.keyIndex()).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("dossier.not-yet.test-stamp"))
                .pdf();
    }

    /** A key that is only damaged is not out of its holder's hands. */
    private static boolean isLoss(Order order) {
        boolean damaged = order.fields()
                .text("replacementReason")
                .filter("DAMAGED"::equals)
                .isPresent();
        return order.line() == BusinessLine.LOSS_UNBLOCK || order.line() == BusinessLine.REPLACEMENT && !damaged;
    }

    private boolean isReady(Order order, String code) {
        return switch (code) {
            case EVIDENCE -> order.status().isEnd();
            case DELIVERY -> !keys.of(order.orderNo()).isEmpty();
            default -> true;
        };
    }

    private byte[] sealed(byte[] pdf) {
        SealKey key = new SealKey() {
            @Override
            public List<X509Certificate> chain() {
                return sealer.chain();
            }

            @Override
            public byte[] sign(byte[] content) {
                return sealer.sign(content);
            }
        };
        return seals.seal(pdf, key, wording.text("dossier.sealed-by"), wording.text("dossier.seal-reason"));
    }
}
