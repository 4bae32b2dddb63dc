package org.keyway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Person;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;

/** Lists and completion while many reviews are open. */
final class OpenDesk {

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
        try (Product product = new Product(folder.resolve("data"));
                BareEngine bare = new BareEngine(folder, false)) {
            report.note(FullHouse.count(product, bare));
            lists(product, bare);
            tasklist(product, bare);
            completion(product, bare);
        }
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
            Meter.Times alone = size < FullHouse.ORDERS
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
