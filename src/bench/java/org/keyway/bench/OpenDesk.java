package org.keyway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.keyway.KeywayApplication;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Person;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;

/** Lists and completion while many reviews are open; the orders come from the shipped command {@code sample-orders}. */
final class OpenDesk {

    private static final int ORDERS = Integer.getInteger("bench.orders", 10_000);
    private static final int WARM_UP = 60;
    private static final int SAMPLES = 200;
    private static final int PAGE = 15;

    private final Path folder;
    private final Report report;

    OpenDesk(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    void measure() throws Exception {
        fill();
        BareEngine.fill(folder, ORDERS);
        try (Product product = new Product(folder.resolve("data"));
                BareEngine bare = new BareEngine(folder, false)) {
            long open = open(product);
            report.note("open review tasks: %d, engine alone %d"
                    .formatted(open, bare.work().count()));
            if (open < ORDERS) {
                throw new IllegalStateException("too few open reviews: " + open);
            }
            lists(product, bare);
            tasklist(product, bare);
            completion(product, bare);
        }
    }

    /** By the command, in a process of its own that does not wait for the disk, unless the folder has enough already. */
    private void fill() throws Exception {
        Path done = folder.resolve("filled-" + ORDERS);
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder);
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KeywayApplication.class.getName(),
                        "sample-orders",
                        "--count=" + (ORDERS + 600),
                        "--server.port=0",
                        "--keyway.public-url=http://localhost:8080",
                        "--keyway.data-dir=" + folder.resolve("data"),
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data/keyway")
                                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=256")
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("sample-orders ended with " + status);
        }
        Files.createFile(done);
    }

    private static long open(Product product) {
        return product.database()
                .sql("select count(*) from act_ru_task where task_def_key_ = 'Task_ReviewApplication'")
                .query(Long.class)
                .single();
    }

    private void lists(Product product, BareEngine bare) throws Exception {
        CaseList cases = product.bean(CaseList.class);
        Person li = product.keyway().as("li");
        Meter.Times alone = Meter.time(WARM_UP, SAMPLES, () -> {
            bare.work().listPage(0, 50);
            return bare.work().count();
        });
        CaseQuery first = new CaseQuery(null, null, null, null, null, null, 0, 50);
        report.time(
                "staff list, first page of 50 (CaseList)",
                Meter.time(WARM_UP, SAMPLES, () -> cases.list(first)),
                alone,
                50);
        report.time(
                "staff list over HTTP (/api/orders)",
                Meter.time(WARM_UP, SAMPLES, () -> li.get("/api/orders?page=0&size=50")
                        .expect(200)),
                alone,
                50);
        report.time(
                "desk page over HTTP (/desk)",
                Meter.time(WARM_UP, SAMPLES, () -> li.send("GET", "/desk", null, Map.of("Accept", "text/html"))
                        .expect(200)),
                alone,
                50);
    }

    private void tasklist(Product product, BareEngine bare) throws Exception {
        Person li = product.keyway().as("li");
        Map<String, String> hal = Map.of("Accept", "application/hal+json");
        for (JsonNode filter :
                li.get("/engine-rest/filter?resourceType=Task").expect(200).json()) {
            String path = "/engine-rest/filter/" + filter.get("id").asText();
            long size = li.get(path + "/count").expect(200).json().get("count").asLong();
            Meter.Times alone = size < ORDERS
                    ? null
                    : Meter.time(WARM_UP, SAMPLES, () -> {
                        bare.work().listPage(0, PAGE);
                        return bare.work().count();
                    });
            report.time(
                    "Tasklist filter " + filter.get("name").asText() + " (" + size + "): list + count",
                    Meter.time(WARM_UP, SAMPLES, () -> {
                        li.send("POST", path + "/list?firstResult=0&maxResults=" + PAGE, "{}", hal)
                                .expect(200);
                        return li.send("POST", path + "/count", "{}", Map.of()).expect(200);
                    }),
                    alone,
                    500);
        }
    }

    private void completion(Product product, BareEngine bare) throws Exception {
        Meter.Times alone = Meter.time(WARM_UP, SAMPLES, () -> {
            bare.approve();
            return null;
        });
        Person li = product.keyway().as("li");
        List<String> open = product.database()
                .sql("select id_ from act_ru_task where task_def_key_ = 'Task_ReviewApplication' and assignee_ is null"
                        + " order by create_time_ limit " + (WARM_UP + SAMPLES))
                .query(String.class)
                .list();
        Deque<String> claimed = new ArrayDeque<>(open);
        for (String task : open) {
            li.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "li"))
                    .expect(204);
        }
        Meter.Times ours = Meter.time(
                WARM_UP, SAMPLES, () -> Case.complete(li, claimed.removeFirst(), Map.of("decision", "APPROVE"))
                        .expect(200, 204));
        report.time("completing a review over HTTP", ours, alone, 60);
    }
}
