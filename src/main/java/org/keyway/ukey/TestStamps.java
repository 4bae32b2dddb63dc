package org.keyway.ukey;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.SealVerifier;
import org.keyway.certificate.Signatures;
import org.keyway.shared.Problem;
import org.keyway.ukey.StampPaper.Draft;
import org.keyway.ukey.StampPaper.Impression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that a written key works: it puts its seal on a sheet, which its holder may keep. In two strokes for a key
 * that is plugged in elsewhere, in one for a key that is within reach.
 */
@Service
public class TestStamps {

    private static final Logger LOG = LoggerFactory.getLogger(TestStamps.class);

    private final KeyStock stock;
    private final Tokens tokens;
    private final InitialPins pins;
    private final Certificates certificates;
    private final SealVerifier seals;
    private final StampPaper paper;
    private final TestStampRows rows;
    private final Clock clock;

    TestStamps(
            KeyStock stock,
            Tokens tokens,
            InitialPins pins,
            Certificates certificates,
            SealVerifier seals,
            StampPaper paper,
            TestStampRows rows,
            Clock clock) {
        this.stock = stock;
        this.tokens = tokens;
        this.pins = pins;
        this.certificates = certificates;
        this.seals = seals;
        this.paper = paper;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Whether the key has stamped a sheet elsewhere, or, within reach, stamps one now, and everything on it is good; a
     * fault of the token is a no.
     */
    @Transactional
    public boolean stamp(String orderNo, int keyIndex) {
        return stock.current(orderNo, keyIndex)
                .filter(device -> !device.isBlank())
                .map(device -> hasStamped(device, orderNo, keyIndex) || stamps(device, orderNo, keyIndex))
                .orElse(false);
    }

    private boolean hasStamped(KeyDevice device, String orderNo, int keyIndex) {
        return rows.find(orderNo, keyIndex)
                .filter(row -> row.stampedAt() != null)
                .filter(row -> row.impression().keySerial().equals(device.serial()))
                .filter(row -> certificates.find(row.certificateSerial()).state() == CertificateState.ACTIVE)
                .isPresent();
    }

    /**
     * First stroke for a key of the order that is plugged in elsewhere: what it has to sign.
     *
     * @throws Problem when the key is not of this order, or what it carries is not what we wrote
     */
    @Transactional
    public byte[] beginElsewhere(String orderNo, String keySerial, byte[] certificate, byte[] seal) {
        KeyDevice device = stock.concernedBy(orderNo).stream()
                .filter(each -> each.serial().equals(keySerial))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
        boolean ours = certificates.ofKey(keySerial).stream()
                .flatMap(each -> certificates.der(each.serial()).stream())
                .anyMatch(der -> Arrays.equals(der, certificate));
        int keyIndex = orderNo.equals(device.orderNo()) ? device.keyIndex() : 0;
        return (ours ? begin(orderNo, keyIndex, keySerial, certificate, seal) : Optional.<byte[]>empty())
                .orElseThrow(() -> Problem.conflict("ukey.stamp.refused"));
    }

    /**
     * First stroke: what the key has to sign.
     *
     * @param certificate SIGN certificate as read from the key
     * @param seal electronic seal as read from the key
     * @return empty when the key has neither an active certificate of ours nor a good seal for it
     */
    @Transactional
    public Optional<byte[]> begin(String orderNo, int keyIndex, String keySerial, byte[] certificate, byte[] seal) {
        X509Certificate signer = new IssuedCertificate("", certificate).x509();
        String serial = Serials.of(certificate);
        boolean active = certificates.find(serial).state() == CertificateState.ACTIVE;
        SealVerifier.Verdict verdict = seals.check(seal, clock.instant(), signer);
        if (!active || !verdict.good()) {
            LOG.warn("Test stamp of {}: active {}, seal {}", keySerial, active, verdict.findings());
            return Optional.empty();
        }
        Impression impression = new Impression(orderNo, keyIndex, keySerial, certificate, seal);
        Draft draft = paper.draft(impression);
        rows.replace(impression, serial, draft);
        return Optional.of(draft.toBeSigned());
    }

    /** Second stroke: whether the signature is right; the sheet is complete then. */
    @Transactional
    public boolean finish(String orderNo, int keyIndex, byte[] signature) {
        return rows.find(orderNo, keyIndex)
                .filter(row -> isGenuine(row, signature))
                .map(row -> {
                    byte[] pdf = paper.complete(row.draft(), row.impression(), signature);
                    rows.stamped(row.impression(), pdf, clock.instant());
                    return true;
                })
                .orElse(false);
    }

    /** The sheets that the keys of this order have stamped, by key. */
    public List<TestStamp> of(String orderNo) {
        return rows.stamped(orderNo).stream()
                .map(row -> new TestStamp(
                        row.impression().keyIndex(),
                        row.impression().keySerial(),
                        row.certificateSerial(),
                        row.stampedAt(),
                        row.draft().pdf(),
                        Fingerprint.sha256(row.draft().pdf())))
                .toList();
    }

    private boolean stamps(KeyDevice device, String orderNo, int keyIndex) {
        try (Token token = tokens.open(device.serial())) {
            token.login(pins.current(device.serial()));
            byte[] certificate = token.certificate(KeyUse.SIGN).orElseThrow();
            byte[] seal = token.readSeal().orElse(new byte[0]);
            return begin(orderNo, keyIndex, device.serial(), certificate, seal)
                    .map(content -> finish(orderNo, keyIndex, token.sign(KeyUse.SIGN, content)))
                    .orElse(false);
        } catch (TokenException e) {
            LOG.warn("Test stamp of {} failed: {}", device.serial(), e.code());
            return false;
        }
    }

    private static boolean isGenuine(TestStampRows.Row row, byte[] signature) {
        X509Certificate signer = new IssuedCertificate("", row.impression().certificate()).x509();
        return row.stampedAt() == null
                && Signatures.verify(signer.getPublicKey(), row.draft().toBeSigned(), signature);
    }
}
