package org.keyway.ukey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.shared.Problem;
import org.keyway.shared.Secrets;
import org.springframework.stereotype.Component;

/**
 * Passes with which a key agent may write one key in use for one order: a page gets one while its holder is signed in
 * and hands it on. Nothing is stored; each is a time and a code bound to it.
 */
@Component
class JobPasses {

    private static final Pattern FORM = Pattern.compile("(\\d{10})\\.([0-9a-f]{64})");
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private final Secrets secrets;
    private final Clock clock;

    JobPasses(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    String issue(String orderNo, int keyIndex, String serial) {
        long until = clock.instant().plus(VALIDITY).getEpochSecond();
        return until + "." + code(orderNo, keyIndex, serial, until);
    }

    /** Accepts the pass or throws a problem of the field {@code pass}. */
    void require(String orderNo, int keyIndex, String serial, String pass) {
        Matcher parts = FORM.matcher(pass == null ? "" : pass);
        if (!parts.matches()) {
            throw Problem.invalid("pass", "ukey.pass.wrong");
        }
        long until = Long.parseLong(parts.group(1));
        if (!same(code(orderNo, keyIndex, serial, until), parts.group(2))) {
            throw Problem.invalid("pass", "ukey.pass.wrong");
        }
        if (clock.instant().isAfter(Instant.ofEpochSecond(until))) {
            throw Problem.invalid("pass", "ukey.pass.expired");
        }
    }

    private String code(String orderNo, int keyIndex, String serial, long until) {
        return HexFormat.of()
                .formatHex(secrets.derive("job-pass", orderNo + "/" + keyIndex + "/" + serial + "/" + until));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
