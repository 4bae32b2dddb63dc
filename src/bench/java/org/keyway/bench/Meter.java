package org.keyway.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Callable;

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
