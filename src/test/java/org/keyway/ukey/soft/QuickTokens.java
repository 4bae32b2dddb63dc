package org.keyway.ukey.soft;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.TokenProperties;
import org.keyway.ukey.Tokens;

/** Soft tokens that deal a few key pairs in turn instead of searching primes, for tests that write many keys. */
public final class QuickTokens {

    private static final List<Pair> PAIRS =
            Stream.generate(new Rsa()::generate).limit(5).toList();

    private QuickTokens() {}

    public static Tokens of(KeywayProperties properties, TokenProperties settings) {
        AtomicInteger dealt = new AtomicInteger();
        return new SoftTokens(
                properties.dataDir().resolve("tokens"),
                settings.iterations(),
                algorithm -> algorithm == KeyAlgorithm.SM2
                        ? new Sm2().generate()
                        : PAIRS.get(dealt.getAndIncrement() % PAIRS.size()));
    }
}
