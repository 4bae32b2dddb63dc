package org.keyway.certificate.cmp;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.Signatures;

/** Sends one CMP message over HTTP (RFC 6712) and believes only an answer that the shared secret protects. */
final class CmpClient {

    private static final int ITERATIONS = 10_000;
    private static final int MOST_ITERATIONS = 1_000_000;
    private static final int MOST_BYTES = 200_000;

    private final CmpSettings settings;
    private final Clock clock;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();

    CmpClient(CmpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** The body of the answer, which is of one of the expected types and belongs to this transaction. */
    PKIBody ask(String operation, byte[] transaction, PKIBody body, Integer... expected) {
        byte[] nonce = newTransaction();
        try {
            byte[] received = post(operation, message(transaction, nonce, body));
            GeneralPKIMessage answer = new GeneralPKIMessage(received);
            if (!Arrays.equals(answer.toASN1Structure().getEncoded(ASN1Encoding.DER), received)) {
                throw failure(operation, "answer not in DER, which RFC 6712 asks for");
            }
            check(operation, answer, transaction, nonce);
            PKIBody said = answer.getBody();
            if (said.getType() == PKIBody.TYPE_ERROR) {
                throw failure(operation, reason(ErrorMsgContent.getInstance(said.getContent())));
            }
            if (!List.of(expected).contains(said.getType())) {
                throw failure(operation, "answer of type " + said.getType());
            }
            return said;
        } catch (IOException | CMPException | CRMFException e) {
            throw failure(operation, e.getClass().getSimpleName());
        } catch (AuthorityFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(operation, "unreadable answer");
        }
    }

    /** A number for a transaction that is not repeated. */
    byte[] newTransaction() {
        byte[] number = new byte[16];
        random.nextBytes(number);
        return number;
    }

    private byte[] message(byte[] transaction, byte[] nonce, PKIBody body)
            throws CMPException, CRMFException, IOException {
        PKMACBuilder mac = new PKMACBuilder(calculator())
                .setParameters(new PBMParameter(
                        newTransaction(),
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                        ITERATIONS,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE)));
        return new ProtectedPKIMessageBuilder(name(settings.sender()), name(settings.recipient()))
                .setMessageTime(Date.from(clock.instant()))
                .setTransactionID(transaction)
                .setSenderNonce(nonce)
                .setSenderKID(settings.reference().getBytes(StandardCharsets.UTF_8))
                .setBody(body)
                .build(mac.build(settings.secret().toCharArray()))
                .toASN1Structure()
                .getEncoded("DER");
    }

    private void check(String operation, GeneralPKIMessage answer, byte[] transaction, byte[] nonce)
            throws CMPException {
        if (!answer.hasProtection()) {
            throw failure(operation, "answer without protection");
        }
        ProtectedPKIMessage guarded = new ProtectedPKIMessage(answer);
        boolean genuine = guarded.hasPasswordBasedMacProtection()
                && guarded.verify(
                        new PKMACBuilder(calculator(), MOST_ITERATIONS),
                        settings.secret().toCharArray());
        if (!genuine) {
            throw failure(operation, "answer with a wrong protection");
        }
        if (!same(answer.getHeader().getTransactionID(), transaction)
                || !same(answer.getHeader().getRecipNonce(), nonce)) {
            throw failure(operation, "answer to another question");
        }
    }

    private byte[] post(String operation, byte[] message) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/pkixcmp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 || response.body().length > MOST_BYTES) {
                throw failure(operation, "HTTP " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(operation, "interrupted");
        }
    }

    private static JcePKMACValuesCalculator calculator() {
        return new JcePKMACValuesCalculator().setProvider(Signatures.provider());
    }

    private static boolean same(ASN1OctetString said, byte[] expected) {
        return said != null && Arrays.equals(said.getOctets(), expected);
    }

    private static GeneralName name(String text) {
        return new GeneralName(new X500Name(text));
    }

    private static String reason(ErrorMsgContent error) {
        return "refused with status " + error.getPKIStatusInfo().getStatus();
    }

    private static AuthorityFailure failure(String operation, String cause) {
        return new AuthorityFailure(operation, cause);
    }
}
