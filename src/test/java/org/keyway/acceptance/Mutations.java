package org.keyway.acceptance;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damaged descendants of good bytes, the same ones for the same seed. */
final class Mutations {

    private static final int DEEP = 4000;

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] good) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
            case 1 -> join(good, noise(1 + random.nextInt(40)));
            case 2 -> replaced(good, noise(1 + random.nextInt(60)));
            case 3 -> replaced(good, new byte[] {(byte) 0x84, (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
            case 4 -> replaced(good, new byte[1 + random.nextInt(200)]);
            case 5 -> join(Arrays.copyOf(good, good.length / 2), good);
            default -> flipped(good);
        };
    }

    byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Sequences in sequences of open length (X.690, 8.1.3.6), two bytes each. */
    static byte[] nested() {
        byte[] nested = new byte[2 * DEEP];
        for (int at = 0; at < nested.length; at += 2) {
            nested[at] = 0x30;
            nested[at + 1] = (byte) 0x80;
        }
        return nested;
    }

    private byte[] flipped(byte[] good) {
        byte[] bytes = good.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return bytes;
    }

    private byte[] replaced(byte[] good, byte[] by) {
        byte[] bytes = good.clone();
        int at = random.nextInt(bytes.length);
        System.arraycopy(by, 0, bytes, at, Math.min(by.length, bytes.length - at));
        return bytes;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
