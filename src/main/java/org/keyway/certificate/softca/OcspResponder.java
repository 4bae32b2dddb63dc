package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.Signatures;

/** Certificate status on demand (RFC 6960), signed by a delegated responder whose certificate says ocsp-nocheck. */
final class OcspResponder {

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final int MAX_BYTES = 8_192;
    private static final int MAX_REQUESTS = 32;

    private final CaKeys keys;
    private final StatusBook book;
    private final Clock clock;

    OcspResponder(CaKeys keys, StatusBook book, Clock clock) {
        this.keys = keys;
        this.book = book;
        this.clock = clock;
    }

    byte[] answer(byte[] request) {
        try {
            OCSPReq parsed = parse(request);
            if (parsed == null) {
                return new OCSPRespBuilder()
                        .build(OCSPRespBuilder.MALFORMED_REQUEST, null)
                        .getEncoded();
            }
            OCSPResp response = new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic(parsed));
            return response.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OCSPException e) {
            if (e.getCause() instanceof AuthorityFailure) {
                return later();
            }
            throw new IllegalStateException(e);
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The responder's key is out of reach: whoever asks should ask again (RFC 6960, section 2.3). */
    private static byte[] later() {
        try {
            return new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OCSPReq parse(byte[] request) {
        if (request == null || request.length > MAX_BYTES) {
            return null;
        }
        try {
            OCSPReq parsed = new OCSPReq(request);
            int count = parsed.getRequestList().length;
            return count == 0 || count > MAX_REQUESTS ? null : parsed;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private BasicOCSPResp basic(OCSPReq request) throws OCSPException, java.security.cert.CertificateException {
        X509CertificateHolder own =
                new JcaX509CertificateHolder(keys.responder().certificate());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (Req one : request.getRequestList()) {
            answer.addResponse(
                    one.getCertID(), status(one.getCertID()), Date.from(now), Date.from(now.plus(VALIDITY)), null);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null && nonce.getExtnValue().getOctets().length <= 34) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return answer.build(keys.responder().contentSigner(), new X509CertificateHolder[] {own}, Date.from(now));
    }

    private CertificateStatus status(CertificateID id) {
        if (!isOurs(id)) {
            return new UnknownStatus();
        }
        var found = book.find(id.getSerialNumber().toString(16));
        if (found.isEmpty() || found.get().chain() != keys.issuing().algorithm()) {
            return new UnknownStatus();
        }
        return found.get().revokedAt() == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(
                        Date.from(found.get().revokedAt()), found.get().reason());
    }

    private boolean isOurs(CertificateID id) {
        try {
            return id.matchesIssuer(
                    new JcaX509CertificateHolder(keys.issuing().certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Signatures.provider())
                            .build());
        } catch (OCSPException
                | OperatorCreationException
                | java.security.cert.CertificateException
                | RuntimeException e) {
            return false;
        }
    }
}
