package org.keyway.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.keyway.crash.Scenario;
import org.keyway.crash.Walk;

/**
 * CPU per finished new issuance: paid after review, written by the operator, mailed, bound, invoiced. Ours is driven over
 * HTTP as people do; the client's CPU and what both JVM halves burn while nobody asks for anything are taken off.
 */
final class CaseCost {

    private static final int AT_ONCE = 3;
    private static final int CASES = Integer.getInteger("bench.cases", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 60);
    private static final long PATIENCE = 120_000_000_000L;

    /** One order from submission to its end; answers the CPU nanoseconds of looking whether it goes on. */
    private interface Order {
        long walk() throws Exception;
    }

    private final Path folder;
    private final Report report;
    private final AtomicLong looking = new AtomicLong();

    CaseCost(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    void measure() throws Exception {
        PremadeKeys.install();
        try (Product product = new Product(folder.resolve("data"));
                BareEngine bare = new BareEngine(folder, true)) {
            product.keyway()
                    .as("feng")
                    .post("/sandbox/keys", java.util.Map.of("model", "KW-2048", "quantity", 500, "state", "BLANK"))
                    .expect(200);
            Order ours = () -> ours(product);
            Order alone = () -> alone(bare);
            run(ours, WARM_UP);
            run(alone, WARM_UP);
            double idle = idle();
            double[] softTimes = new double[ROUNDS];
            double[] oursTimes = new double[ROUNDS];
            double[] aloneTimes = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                softTimes[round] = cost(ours, idle);
                PremadeKeys.make(2 * CASES);
                oursTimes[round] = cost(ours, idle);
                PremadeKeys.forget();
                aloneTimes[round] = cost(alone, idle);
                report.note(
                        "round %d: with a soft UKey %.1f ms CPU per case, key pairs made beforehand %.1f, engine alone %.1f"
                                .formatted(round + 1, softTimes[round], oursTimes[round], aloneTimes[round]));
            }
            report.note("idle: %.1f%% of one core, taken off both".formatted(idle * 100));
            Meter.Times engine = Meter.of(aloneTimes);
            report.cpu("CPU per finished new issuance", Meter.of(oursTimes), engine, 2);
            report.cpu("the same, RSA key pairs computed by the server (soft UKey)", Meter.of(softTimes), engine, 0);
        }
    }

    private static double idle() throws InterruptedException {
        Thread.sleep(2000);
        long cpu = Meter.process();
        long wall = System.nanoTime();
        Thread.sleep(8000);
        return (double) (Meter.process() - cpu) / (System.nanoTime() - wall);
    }

    /** Milliseconds of CPU per case. */
    private double cost(Order order, double idle) throws Exception {
        looking.set(0);
        long client = Meter.client();
        long cpu = Meter.process();
        long wall = System.nanoTime();
        run(order, CASES);
        double spent = Meter.process() - cpu - looking.get() - (Meter.client() - client);
        return (spent - idle * (System.nanoTime() - wall)) / CASES / 1e6;
    }

    private void run(Order order, int cases) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int number = 0; number < cases; number++) {
                work.add(order::walk);
            }
            for (Future<Long> done : people.invokeAll(work)) {
                looking.addAndGet(done.get());
            }
        } finally {
            people.shutdown();
        }
    }

    /** All of this thread's CPU is the client's. */
    private static long ours(Product product) throws Exception {
        long start = Meter.own();
        Walk walk = new Walk(Scenario.ALL.get(0), product.keyway(), product.database());
        long end = System.nanoTime() + PATIENCE;
        while (!walk.isOver()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("order " + walk.orderNo() + " does not end");
            }
            if (!walk.next()) {
                Thread.sleep(40);
            }
        }
        return Meter.own() - start;
    }

    /** Here the engine works in this thread; only looks that found nothing are the client's. */
    private static long alone(BareEngine bare) throws Exception {
        String orderNo = bare.start();
        long vain = 0;
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            long start = Meter.own();
            boolean over = bare.isOver(orderNo);
            if (over) {
                return vain;
            }
            vain += Meter.own() - start;
            start = Meter.own();
            if (!bare.next(orderNo)) {
                vain += Meter.own() - start;
                Thread.sleep(40);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("order " + orderNo + " does not end");
            }
        }
    }
}
