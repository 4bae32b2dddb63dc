package org.keyway.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Time by the clock on the wall and by the processor. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Meter() {}

    /** Median and 95th percentile in milliseconds. */
    record Times(double median, double p95) {}

    /** CPU nanoseconds of the whole JVM, compiler and collector too. */
    static long process() {
        return SYSTEM.getProcessCpuTime();
    }

    /** CPU nanoseconds of the present thread. */
    static long own() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** CPU nanoseconds of the client side of HTTP: the JDK client's own threads. */
    static long client() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("HttpClient"))
                .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    /**
     * CPU nanoseconds of the JIT compilers and of what clears their cache: a server that runs for days pays them once, a
     * benchmark of minutes with every case. Known on Linux only, 0 elsewhere.
     */
    static long compilers() throws IOException {
        Path tasks = Path.of("/proc/self/task");
        if (Files.notExists(tasks)) {
            return 0;
        }
        long ticks = 0;
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                ticks += ticks(thread.resolve("stat"));
            }
        }
        return ticks * 10_000_000;
    }

    /** User and system ticks of a compiler thread, 0 of any other; the fields of {@code proc(5)} after the name. */
    private static long ticks(Path stat) {
        String text;
        try {
            text = Files.readString(stat);
        } catch (IOException threadEndedMeanwhile) {
            return 0;
        }
        if (!text.matches("(?s)\\d+ \\((C[12] Compiler|Sweeper).*")) {
            return 0;
        }
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** Does it so often without looking, then so often with a stop watch. */
    static Times time(int warmUp, int samples, Callable<?> work) throws Exception {
        for (int round = 0; round < warmUp; round++) {
            work.call();
        }
        double[] times = new double[samples];
        for (int round = 0; round < samples; round++) {
            long start = System.nanoTime();
            work.call();
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        return of(times);
    }

    static Times of(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Times(sorted[sorted.length / 2], sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)]);
    }
}
