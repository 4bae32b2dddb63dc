package org.keyway.certificate;

import java.util.Optional;
import org.keyway.certificate.AuthorityOrders.Added;
import org.keyway.certificate.AuthorityOrders.Entry;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Carries holds, releases and revocations to the CA: at once, and again while the CA is away; in order per certificate. */
@Service
public class AuthorityMessenger {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityMessenger.class);

    private final CertificateAuthority authority;
    private final AuthorityOrders orders;
    private final OwnTransaction own;

    AuthorityMessenger(CertificateAuthority authority, AuthorityOrders orders, OwnTransaction own) {
        this.authority = authority;
        this.orders = orders;
        this.own = own;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(Added added) {
        send(added.serial());
    }

    /** Whether the CA has taken everything about the certificates of this key; what waits is carried to it now. */
    public boolean isTold(String keySerial) {
        own.commit(() -> orders.waitingOn(keySerial)).forEach(this::send);
        return own.commit(() -> orders.waitingOn(keySerial)).isEmpty();
    }

    /** Everything whose time has come. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT15S")
    void run() {
        own.commit(orders::due).forEach(this::send);
    }

    private void send(String serial) {
        Optional<Entry> next = own.commit(() -> orders.first(serial));
        while (next.isPresent() && isTaken(next.get())) {
            next = own.commit(() -> orders.first(serial));
        }
    }

    private boolean isTaken(Entry entry) {
        try {
            own.commit(() -> {
                orders.lock(entry.id()).ifPresent(mine -> {
                    tell(mine);
                    orders.sent(mine);
                });
                return entry;
            });
            return true;
        } catch (AuthorityFailure away) {
            LOG.warn("{} of {} waits: {}", entry.action(), entry.serial(), away.getMessage());
            own.commit(() -> {
                orders.failed(entry);
                return entry;
            });
            return false;
        }
    }

    private void tell(Entry entry) {
        switch (entry.action()) {
            case HOLD -> authority.hold(entry.serial());
            case RELEASE -> authority.release(entry.serial());
            default -> authority.revoke(entry.serial(), entry.reason());
        }
    }
}
