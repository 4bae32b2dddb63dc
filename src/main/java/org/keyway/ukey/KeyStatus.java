package org.keyway.ukey;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.keyway.shared.Problem;

/** Life of a UKey; every move is a row of the one table below, anything else is a conflict. */
public enum KeyStatus {
    IN_STOCK,
    RESERVED,
    WRITTEN,
    PACKED,
    /** Has left the house, by parcel or over the counter; blank when the applicant writes it. */
    SHIPPED,
    ACTIVE,
    SUSPENDED,
    PIN_LOCKED,
    DAMAGED,
    LOST,
    LOST_IN_TRANSIT,
    REVOKED,
    RETURNED,
    SCRAPPED;

    private enum Move {
        RESERVE,
        FREE,
        WRITE,
        REWRITE,
        PACK,
        SHIP,
        ACTIVATE,
        SUSPEND,
        RELEASE,
        LOCK_PIN,
        UNLOCK_PIN,
        DAMAGE,
        REPORT_LOST,
        LOSE_IN_TRANSIT,
        REVOKE,
        RETURN,
        RESTOCK,
        SCRAP
    }

    private static final Map<Move, Map<KeyStatus, KeyStatus>> TABLE = new EnumMap<>(Move.class);

    static {
        row(Move.RESERVE, RESERVED, IN_STOCK);
        row(Move.FREE, IN_STOCK, RESERVED);
        row(Move.WRITE, WRITTEN, RESERVED, SHIPPED);
        row(Move.REWRITE, ACTIVE, ACTIVE);
        row(Move.PACK, PACKED, RESERVED, WRITTEN, SHIPPED, RETURNED);
        row(Move.SHIP, SHIPPED, RESERVED, WRITTEN, PACKED);
        row(Move.ACTIVATE, ACTIVE, WRITTEN, SHIPPED);
        row(Move.SUSPEND, SUSPENDED, WRITTEN, SHIPPED, ACTIVE, PIN_LOCKED);
        row(Move.RELEASE, ACTIVE, SUSPENDED);
        row(Move.LOCK_PIN, PIN_LOCKED, ACTIVE);
        row(Move.UNLOCK_PIN, ACTIVE, PIN_LOCKED);
        row(Move.DAMAGE, DAMAGED, IN_STOCK, RESERVED, WRITTEN, PACKED, SHIPPED, ACTIVE, SUSPENDED, PIN_LOCKED);
        row(Move.REPORT_LOST, LOST, IN_STOCK, SHIPPED, WRITTEN, ACTIVE, SUSPENDED, PIN_LOCKED);
        row(Move.LOSE_IN_TRANSIT, LOST_IN_TRANSIT, SHIPPED);
        row(Move.REVOKE, REVOKED, WRITTEN, SHIPPED, ACTIVE, SUSPENDED, PIN_LOCKED);
        row(Move.RETURN, RETURNED, WRITTEN, PACKED, SHIPPED, LOST, LOST_IN_TRANSIT, DAMAGED, REVOKED);
        row(Move.RESTOCK, IN_STOCK, RETURNED);
        row(Move.SCRAP, SCRAPPED, RETURNED, DAMAGED, REVOKED, LOST, LOST_IN_TRANSIT);
    }

    public KeyStatus reserve() {
        return move(Move.RESERVE);
    }

    public KeyStatus free() {
        return move(Move.FREE);
    }

    public KeyStatus write() {
        return move(Move.WRITE);
    }

    /** A key in use gets new content and stays in use. */
    public KeyStatus rewrite() {
        return move(Move.REWRITE);
    }

    public KeyStatus pack() {
        return move(Move.PACK);
    }

    public KeyStatus ship() {
        return move(Move.SHIP);
    }

    public KeyStatus activate() {
        return move(Move.ACTIVATE);
    }

    public KeyStatus suspend() {
        return move(Move.SUSPEND);
    }

    /** A held device works again: back to what it was before, {@code former}. */
    public KeyStatus release(KeyStatus former) {
        KeyStatus active = move(Move.RELEASE);
        return former == null ? active : former;
    }

    public KeyStatus lockPin() {
        return move(Move.LOCK_PIN);
    }

    public KeyStatus unlockPin() {
        return move(Move.UNLOCK_PIN);
    }

    public KeyStatus damage() {
        return move(Move.DAMAGE);
    }

    public KeyStatus reportLost() {
        return move(Move.REPORT_LOST);
    }

    public KeyStatus loseInTransit() {
        return move(Move.LOSE_IN_TRANSIT);
    }

    public KeyStatus revoke() {
        return move(Move.REVOKE);
    }

    public KeyStatus takeBack() {
        return move(Move.RETURN);
    }

    public KeyStatus restock() {
        return move(Move.RESTOCK);
    }

    public KeyStatus scrap() {
        return move(Move.SCRAP);
    }

    /** A lost device turns up: back to what it was before, {@code former}. */
    public KeyStatus find(KeyStatus former) {
        Set<KeyStatus> lost = EnumSet.of(LOST, LOST_IN_TRANSIT);
        if (!lost.contains(this) || former == null || lost.contains(former)) {
            throw refused("FIND");
        }
        return former;
    }

    /** Whether a device in this status stands for its order: neither in stock nor gone. */
    public boolean isHeld() {
        return EnumSet.of(RESERVED, WRITTEN, PACKED, SHIPPED, ACTIVE, SUSPENDED, PIN_LOCKED)
                .contains(this);
    }

    /** Where a device goes whose order ends without it. */
    KeyStatus voided() {
        return switch (this) {
            case RESERVED -> damage().takeBack();
            case ACTIVE, SUSPENDED, PIN_LOCKED -> revoke();
            default -> takeBack();
        };
    }

    private KeyStatus move(Move move) {
        KeyStatus next = TABLE.get(move).get(this);
        if (next == null) {
            throw refused(move.name());
        }
        return next;
    }

    private Problem refused(String move) {
        return Problem.conflict("ukey.status." + name() + ".refuses", move);
    }

    private static void row(Move move, KeyStatus to, KeyStatus... from) {
        Map<KeyStatus, KeyStatus> row = new EnumMap<>(KeyStatus.class);
        for (KeyStatus status : from) {
            row.put(status, to);
        }
        TABLE.put(move, row);
    }
}
