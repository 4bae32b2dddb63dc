package org.keyway.certificate;

import java.util.Map;
import org.keyway.shared.Problem;

/** Life of a certificate; every move is a row of the one table below, anything else is a conflict. */
public enum CertificateState {
    /** Signed, not yet proven to be on its key. */
    ISSUED,
    ACTIVE,
    ON_HOLD,
    /** Replaced by a newer certificate and listed in the CRL as superseded. */
    SUPERSEDED,
    REVOKED,
    EXPIRED;

    private enum Move {
        ACTIVATE,
        HOLD,
        RELEASE,
        SUPERSEDE,
        REVOKE,
        EXPIRE
    }

    private static final Map<CertificateState, Map<Move, CertificateState>> TABLE = Map.of(
            ISSUED,
            Map.of(Move.ACTIVATE, ACTIVE, Move.SUPERSEDE, SUPERSEDED, Move.REVOKE, REVOKED, Move.EXPIRE, EXPIRED),
            ACTIVE,
            Map.of(Move.HOLD, ON_HOLD, Move.SUPERSEDE, SUPERSEDED, Move.REVOKE, REVOKED, Move.EXPIRE, EXPIRED),
            ON_HOLD,
            Map.of(Move.RELEASE, ACTIVE, Move.SUPERSEDE, SUPERSEDED, Move.REVOKE, REVOKED, Move.EXPIRE, EXPIRED),
            SUPERSEDED,
            Map.of(),
            REVOKED,
            Map.of(),
            EXPIRED,
            Map.of());

    public CertificateState activate() {
        return move(Move.ACTIVATE);
    }

    public CertificateState hold() {
        return move(Move.HOLD);
    }

    public CertificateState release() {
        return move(Move.RELEASE);
    }

    public CertificateState supersede() {
        return move(Move.SUPERSEDE);
    }

    public CertificateState revoke() {
        return move(Move.REVOKE);
    }

    public CertificateState expire() {
        return move(Move.EXPIRE);
    }

    /** Whether the certificate can still change: it is neither revoked, superseded nor expired. */
    public boolean isOpen() {
        return !TABLE.get(this).isEmpty();
    }

    private CertificateState move(Move move) {
        CertificateState next = TABLE.get(this).get(move);
        if (next == null) {
            throw Problem.conflict("certificate.state." + name() + ".refuses", move.name());
        }
        return next;
    }
}
