package org.keyway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.KeywayApplication;

/** So many open reviews for both: ours by the shipped command {@code sample-orders}, the engine alone by itself. */
final class FullHouse {

    static final int ORDERS = Integer.getInteger("bench.orders", 10_000);

    private FullHouse() {}

    /**
     * The address of either database: as in the product, but nothing is compacted while it is idle, for the one would do
     * so while the other is measured. Durable means that a commit is in the file before anybody hears of it.
     */
    static String url(Path file, boolean durable) {
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0"
                + ";QUERY_CACHE_SIZE=256;AUTO_COMPACT_FILL_RATE=0" + (durable ? ";WRITE_DELAY=0" : "");
    }

    /** Nothing happens when the folder has enough already. */
    static void fill(Path folder) throws Exception {
        ours(folder);
        BareEngine.fill(folder, ORDERS);
    }

    /** In a process of its own that does not wait for the disk. */
    private static void ours(Path folder) throws Exception {
        Path done = folder.resolve("filled-" + ORDERS);
        if (ORDERS == 0 || Files.exists(done)) {
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
                        "--spring.datasource.url=" + url(folder.resolve("data/keyway"), false))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("sample-orders ended with " + status);
        }
        Files.createFile(done);
    }

    /** Tells how many reviews are open; fails when they are too few. */
    static String count(Product product, BareEngine bare) {
        long open = product.database()
                .sql("select count(*) from act_ru_task where task_def_key_ = 'Task_ReviewApplication'")
                .query(Long.class)
                .single();
        if (open < ORDERS) {
            throw new IllegalStateException("too few open reviews: " + open);
        }
        return "open review tasks: %d, engine alone %d"
                .formatted(open, bare.work().count());
    }
}
