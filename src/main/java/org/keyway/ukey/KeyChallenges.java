package org.keyway.ukey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that only a key at its holder's PC can answer, each good once: it signs what it was asked. */
@Service
public class KeyChallenges {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyChallengeRows rows;
    private final KeySignatures signatures;
    private final KeyClaims claims;

    KeyChallenges(KeyChallengeRows rows, KeySignatures signatures, KeyClaims claims) {
        this.rows = rows;
        this.signatures = signatures;
        this.claims = claims;
    }

    /** What the key that the order is about has to sign; a question asked before no longer counts. */
    @Transactional
    public byte[] ask(String orderNo, String serial) {
        if (!claims.of(orderNo).contains(serial)) {
            throw Problem.invalid("keySerial", "ukey.serial.mismatch");
        }
        byte[] nonce = new byte[32];
        RANDOM.nextBytes(nonce);
        String hex = HexFormat.of().formatHex(nonce);
        rows.replace(orderNo, serial, hex);
        return content(hex);
    }

    /** Accepts the key's signature or throws a problem. */
    @Transactional
    public void answer(String orderNo, String serial, byte[] signature) {
        rows.open(orderNo, serial)
                .filter(nonce -> signatures.isBy(serial, content(nonce), signature))
                .orElseThrow(() -> Problem.conflict("ukey.challenge.refused"));
        rows.answered(orderNo);
    }

    /** Whether the key of the order proved itself since {@link #forget}. */
    public boolean isAnswered(String orderNo) {
        return rows.isAnswered(orderNo);
    }

    /** Whatever was asked or answered no longer counts. */
    @Transactional
    public void forget(String orderNo) {
        rows.forget(orderNo);
    }

    private static byte[] content(String nonce) {
        return ("keyway-key-check " + nonce).getBytes(StandardCharsets.US_ASCII);
    }
}
