package org.keyway.certificate.cmp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.HolderName;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Signatures;

/** A CA that speaks CMP on loopback, with the soft CA behind it; the same transaction gets the same certificate. */
final class CmpResponder implements AutoCloseable {

    /** How it misbehaves. */
    enum Fault {
        NONE,
        LOSES_ANSWER,
        WRONG_SECRET,
        RUBBISH,
        OTHER_NONCE,
        /** Takes the request and makes up its mind later. */
        WAITS,
        /** One byte is another on the way. */
        DAMAGED,
        /** Answers under the right secret, with nothing in it. */
        EMPTY
    }

    /** Seconds. */
    static final int CHECK_AFTER = 300;

    static final String SECRET = "a shared secret of a test";

    private final CertificateAuthority authority;
    private final HttpServer server;
    private final Map<String, IssuedCertificate> transactions = new HashMap<>();
    Fault fault = Fault.NONE;
    /** Where the byte is, modulo the length. */
    int damagedAt;

    int confirmed;
    int polled;

    CmpResponder(CertificateAuthority authority) throws IOException {
        this.authority = authority;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cmp", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cmp");
    }

    int issued() {
        return transactions.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            byte[] answer = answer(exchange.getRequestBody().readAllBytes());
            if (fault == Fault.LOSES_ANSWER) {
                fault = Fault.NONE;
                exchange.close();
                return;
            }
            if (fault == Fault.DAMAGED) {
                answer[damagedAt % answer.length] ^= (byte) (1 + damagedAt % 255);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/pkixcmp");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Exception e) {
            // whatever is wrong with a request, a responder answers 400
            exchange.sendResponseHeaders(400, -1);
        }
        exchange.close();
    }

    private byte[] answer(byte[] request) throws Exception {
        GeneralPKIMessage message = new GeneralPKIMessage(request);
        var calculator = new JcePKMACValuesCalculator().setProvider(Signatures.provider());
        boolean genuine = new ProtectedPKIMessage(message).verify(new PKMACBuilder(calculator), SECRET.toCharArray());
        if (!genuine) {
            throw new IOException("wrong protection");
        }
        PKIBody body = body(message);
        if (fault == Fault.RUBBISH) {
            return new byte[] {0x30, 1, 2};
        }
        byte[] nonce = message.getHeader().getSenderNonce().getOctets();
        String secret = fault == Fault.WRONG_SECRET ? "another secret of nobody" : SECRET;
        byte[] own = new byte[16];
        new SecureRandom().nextBytes(own);
        return new ProtectedPKIMessageBuilder(
                        message.getHeader().getRecipient(), message.getHeader().getSender())
                .setTransactionID(message.getHeader().getTransactionID().getOctets())
                .setRecipNonce(fault == Fault.OTHER_NONCE ? own : nonce)
                .setSenderNonce(own)
                .setBody(body)
                .build(new PKMACBuilder(calculator).build(secret.toCharArray()))
                .toASN1Structure()
                .getEncoded("DER");
    }

    private PKIBody body(GeneralPKIMessage message) {
        PKIBody asked = message.getBody();
        String transaction =
                HexFormat.of().formatHex(message.getHeader().getTransactionID().getOctets());
        return switch (asked.getType()) {
            case PKIBody.TYPE_POLL_REQ -> {
                polled++;
                yield fault == Fault.WAITS
                        ? new PKIBody(
                                PKIBody.TYPE_POLL_REP,
                                new PollRepContent(new ASN1Integer(0), new ASN1Integer(CHECK_AFTER)))
                        : certificate(transactions.get(transaction));
            }
            case PKIBody.TYPE_CERT_REQ -> {
                IssuedCertificate made = transactions.computeIfAbsent(
                        transaction,
                        any -> issue(CertReqMessages.getInstance(asked.getContent())
                                .toCertReqMsgArray()[0]
                                .getCertReq()
                                .getCertTemplate()));
                yield switch (fault) {
                    case WAITS -> responses(new CertResponse(new ASN1Integer(0), new PKIStatusInfo(PKIStatus.waiting)));
                    case EMPTY -> responses();
                    default -> certificate(made);
                };
            }
            case PKIBody.TYPE_CERT_CONFIRM -> {
                confirmed++;
                yield new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent());
            }
            default -> revoked(RevReqContent.getInstance(asked.getContent()).toRevDetailsArray()[0]);
        };
    }

    private IssuedCertificate issue(CertTemplate wanted) {
        X500Name subject = wanted.getSubject();
        KeyUsage usage = KeyUsage.fromExtensions(wanted.getExtensions());
        KeyUse use = usage.hasUsages(KeyUsage.digitalSignature) ? KeyUse.SIGN : KeyUse.ENCRYPT;
        String name = IETFUtils.valueToString(
                subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
        Instant until = wanted.getValidity().getNotAfter().getDate().toInstant();
        try {
            byte[] key = wanted.getPublicKey().getEncoded("DER");
            PreparedCertificate prepared = authority.prepare(
                    new CertificateRequest(
                            "", "", "", new HolderName(name, "91330683MA2TEST17X", ""), use, 1, until, new byte[0]),
                    key);
            return authority.issue(prepared);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PKIBody certificate(IssuedCertificate made) {
        CertifiedKeyPair pair =
                new CertifiedKeyPair(new CertOrEncCert(new CMPCertificate(Certificate.getInstance(made.der()))));
        CertResponse response = new CertResponse(new ASN1Integer(0), new PKIStatusInfo(PKIStatus.granted), pair, null);
        return responses(response);
    }

    private static PKIBody responses(CertResponse... responses) {
        return new PKIBody(PKIBody.TYPE_CERT_REP, new CertRepMessage(null, responses));
    }

    private PKIBody revoked(RevDetails details) {
        String serial = details.getCertDetails().getSerialNumber().getValue().toString(16);
        int reason = ASN1Enumerated.getInstance(details.getCrlEntryDetails()
                        .getExtension(Extension.reasonCode)
                        .getParsedValue())
                .intValueExact();
        switch (reason) {
            case 6 -> authority.hold(serial);
            case 8 -> authority.release(serial);
            default -> authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
        }
        return new PKIBody(
                PKIBody.TYPE_REVOCATION_REP,
                new RevRepContentBuilder()
                        .add(new PKIStatusInfo(PKIStatus.granted))
                        .build());
    }
}
