package org.keyway.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.keyway.crash.Scenario;
import org.keyway.crash.Walk;

/**
 * CPU per finished new issuance: paid after review, written by the operator, mailed, bound, invoiced. Ours is driven over
 * HTTP as people do; the client's CPU, the compilers' and what both JVM halves burn while nobody asks for anything are taken off.
 */
final class CaseCost {

    private static final int AT_ONCE = Integer.getInteger("bench.at-once", 3);
    private static final int CASES = Integer.getInteger("bench.cases", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 300);
    private static final long PATIENCE = 600_000_000_000L;

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
        try (Product product = new Product(folder.resolve("data"));
                BareEngine bare = new BareEngine(folder, true)) {
            product.keyway()
                    .as("feng")
                    .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 500, "state", "BLANK"))
                    .expect(200);
            report.note(FullHouse.count(product, bare));
            double oursBefore = activities(product.bean(ProcessEngine.class));
            double aloneBefore = activities(bare.engine());
            compare(() -> ours(product), () -> alone(bare));
            report.note("activities per case: ours %.1f, engine alone %.1f"
                    .formatted(
                            activities(product.bean(ProcessEngine.class)) - oursBefore,
                            activities(bare.engine()) - aloneBefore));
        }
    }

    private void compare(Order ours, Order alone) throws Exception {
        warmUp(ours, alone);
        double idle = idle();
        Outsiders.forget();
        double[] allTimes = new double[ROUNDS];
        double[] oursTimes = new double[ROUNDS];
        double[] aloneTimes = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double before = outsiders();
            allTimes[round] = cost(ours, idle);
            oursTimes[round] = allTimes[round] - (outsiders() - before) / CASES;
            aloneTimes[round] = cost(alone, idle);
            report.note("round %d: %.1f ms CPU per case, with the outsiders %.1f, engine alone %.1f"
                    .formatted(round + 1, oursTimes[round], allTimes[round], aloneTimes[round]));
        }
        report.note("idle: %.1f%% of one core, taken off both".formatted(idle * 100));
        Outsiders.spent()
                .forEach((who, time) ->
                        report.note("outsider %s: %.1f ms per case".formatted(who, time / 1e6 / CASES / ROUNDS)));
        Meter.Times engine = Meter.of(aloneTimes);
        report.cpu("CPU per finished new issuance", Meter.of(oursTimes), engine, 2);
        report.cpu("the same with the outsiders that the demo has inside", Meter.of(allTimes), engine, 0);
    }

    private static double outsiders() {
        return Outsiders.spent().values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }

    /** Elements passed so far, per case of the run: both run the same diagrams the same way when both pass as many. */
    private static double activities(ProcessEngine engine) {
        return (double) engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .finished()
                        .count()
                / (walked(WARM_UP) + ROUNDS * CASES);
    }

    /** Warming up goes by whole rounds. */
    private static int walked(int cases) {
        return (cases + CASES - 1) / CASES * CASES;
    }

    /** In parts that are told, so that one sees whether both have come to rest. */
    private void warmUp(Order ours, Order alone) throws Exception {
        for (int done = 0; done < WARM_UP; done += CASES) {
            double dear = cost(ours, 0);
            report.note("warm-up after %d cases: %.1f ms CPU per case, engine alone %.1f"
                    .formatted(done + CASES, dear, cost(alone, 0)));
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
        long compilers = Meter.compilers();
        long cpu = Meter.process();
        long wall = System.nanoTime();
        run(order, CASES);
        long compiled = Meter.compilers() - compilers;
        double spent = Meter.process() - cpu - looking.get() - (Meter.client() - client) - compiled;
        report.note("JIT compilers meanwhile: %.1f ms per case, not counted".formatted(compiled / 1e6 / CASES));
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

    /** Here the engine works in this thread; to look how the order stands is the client's affair, as with ours. */
    private static long alone(BareEngine bare) throws Exception {
        String orderNo = bare.start();
        long looking = 0;
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            long start = Meter.own();
            boolean over = bare.isOver(orderNo);
            Optional<Runnable> next = over ? Optional.empty() : bare.coming(orderNo);
            looking += Meter.own() - start;
            if (over) {
                return looking;
            }
            next.ifPresent(Runnable::run);
            if (next.isEmpty()) {
                Thread.sleep(40);
            }
        }
        throw new IllegalStateException("order " + orderNo + " does not end");
    }
}
