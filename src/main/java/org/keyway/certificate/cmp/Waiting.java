package org.keyway.certificate.cmp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.cert.X509CertificateHolder;
import org.keyway.certificate.AuthorityFailure;

/**
 * Requests that the CA has taken but not answered (RFC 4210, section 5.3.22): asked about again in the same transaction,
 * and not before the CA wants. Whoever issues is told to come back; after a restart the request itself is sent again.
 */
final class Waiting {

    private final CmpClient client;
    private final Clock clock;
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    Waiting(CmpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The certificate of this transaction; {@link AuthorityFailure} while the CA still thinks. */
    X509CertificateHolder certificate(String name, byte[] transaction, PKIBody request) {
        Instant again = notBefore.get(name);
        if (again != null && clock.instant().isBefore(again)) {
            throw new AuthorityFailure("issue", "waiting, the CA may be asked again from " + again);
        }
        Optional<X509CertificateHolder> made = again == null ? first(transaction, request) : Optional.empty();
        if (made.isEmpty()) {
            PKIBody answer =
                    client.ask("poll", transaction, CmpBodies.poll(), PKIBody.TYPE_POLL_REP, PKIBody.TYPE_CERT_REP);
            made = read(answer);
            if (made.isEmpty()) {
                Instant next = clock.instant().plus(pause(answer));
                notBefore.put(name, next);
                throw new AuthorityFailure("issue", "waiting, the CA may be asked again from " + next);
            }
        }
        notBefore.remove(name);
        return made.get();
    }

    private Optional<X509CertificateHolder> first(byte[] transaction, PKIBody request) {
        return read(client.ask("issue", transaction, request, PKIBody.TYPE_CERT_REP));
    }

    private static Optional<X509CertificateHolder> read(PKIBody answer) {
        try {
            return CmpBodies.certificate(answer);
        } catch (AuthorityFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AuthorityFailure("issue", "unreadable answer");
        }
    }

    private static Duration pause(PKIBody answer) {
        try {
            return answer.getType() == PKIBody.TYPE_POLL_REP ? CmpBodies.pause(answer) : Duration.ZERO;
        } catch (RuntimeException e) {
            throw new AuthorityFailure("poll", "unreadable answer");
        }
    }
}
