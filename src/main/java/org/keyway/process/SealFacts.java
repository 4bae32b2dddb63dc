package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.SealState;
import org.keyway.certificate.SealView;
import org.keyway.certificate.Seals;

/** What gateways ask about the electronic seal on the key that an order is about. */
@DiagramBean("seals")
public class SealFacts {

    /** Certificate and seal of one writing end within moments of each other. */
    private static final Duration TOGETHER = Duration.ofDays(1);

    private final KeyOrders keyOrders;
    private final KeyHolders holders;
    private final Seals seals;
    private final LockFacts locks;
    private final Policy policy;
    private final Clock clock;

    SealFacts(KeyOrders keyOrders, KeyHolders holders, Seals seals, LockFacts locks, Policy policy, Clock clock) {
        this.keyOrders = keyOrders;
        this.holders = holders;
        this.seals = seals;
        this.locks = locks;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether key and seal are in use and the seal ends soon enough; one that has just ended may be inspected too. */
    public boolean isInspectable(String orderNo) {
        Instant latest = clock.instant().plus(Duration.parse(policy.term(orderNo, "inspectionWindow")));
        return locks.isUsable(orderNo)
                && seal(orderNo)
                        .filter(seal -> seal.state() == SealState.WRITTEN || seal.state() == SealState.EXPIRED)
                        .filter(seal -> !seal.notAfter().isAfter(latest))
                        .isPresent();
    }

    /** Whether the certificate is over, or ends before the seal does: then it must be renewed first. */
    public boolean isCertificateSooner(String orderNo) {
        Instant end = keyOrders
                .claimed(orderNo)
                .flatMap(holders::signing)
                .map(CertificateView::notAfter)
                .orElse(Instant.EPOCH);
        return locks.isExpired(orderNo)
                || seal(orderNo)
                        .filter(seal -> end.plus(TOGETHER).isBefore(seal.notAfter()))
                        .isPresent();
    }

    private Optional<SealView> seal(String orderNo) {
        return keyOrders.claimed(orderNo).flatMap(seals::ofKey);
    }
}
