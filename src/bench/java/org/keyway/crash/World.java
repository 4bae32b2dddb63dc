package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.acceptance.Keyway;

/** What all walks share and a dying JVM does not know: whose order is whose, which keys are broken, what is in stock. */
final class World {

    private static final int ENOUGH = 60;

    private final Path folder;
    private final long waitingForStock;
    private final List<String> broken = new ArrayList<>();

    /** @param waitingForStock how many orders are to find no key before any is delivered */
    World(Path folder, long waitingForStock) {
        this.folder = folder;
        this.waitingForStock = waitingForStock;
    }

    /** The order that the walk had in a run that is taken up again; null when it has none yet. */
    String orderOf(String walk) {
        if (folder == null || Files.notExists(folder.resolve("orders.txt"))) {
            return null;
        }
        try {
            return Files.readAllLines(folder.resolve("orders.txt")).stream()
                    .filter(line -> line.endsWith(" " + walk))
                    .map(line -> line.split(" ")[0])
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void belongs(String orderNo, String walk) {
        if (folder != null) {
            write("orders.txt", orderNo + " " + walk + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    synchronized void breaks(Keyway keyway, String serial) {
        if (!broken.contains(serial)) {
            broken.add(serial);
            note();
        }
        fault(keyway, serial, "WRITE_ERROR", Continuity.FOR_GOOD);
    }

    synchronized void heals(Keyway keyway, String serial) {
        broken.remove(serial);
        note();
        fault(keyway, serial, "NONE", 1);
    }

    /** Before the first payment the stock is empty for those who are to see it so; then there is enough for all. */
    synchronized boolean hasStock(Keyway keyway, Books books, Scenario scenario) {
        boolean seen = books.count("select count(distinct order_no) from order_step where step_key = 'Task_Restock'"
                        + " and handled_at is not null")
                >= waitingForStock;
        if (scenario.has(Scenario.Habit.FINDS_NO_KEY)) {
            return true;
        }
        if (seen && books.count("select count(*) from key_device where status = 'IN_STOCK'") < ENOUGH) {
            supply(keyway, 2 * ENOUGH);
        }
        return seen;
    }

    /** A key comes for one who waits, when all who are to wait do. */
    synchronized boolean supplies(Keyway keyway, Books books) {
        if (books.count("select count(distinct order_no) from order_step where step_key = 'Task_Restock'")
                < waitingForStock) {
            return false;
        }
        supply(keyway, 1);
        return true;
    }

    /** All that is in stock is unusable. */
    void empties(Keyway keyway) {
        if (waitingForStock > 0) {
            keyway.as("feng")
                    .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 500, "state", "DAMAGED"))
                    .expect(200);
        }
    }

    private static void supply(Keyway keyway, int quantity) {
        keyway.as("feng")
                .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", quantity, "state", "BLANK"))
                .expect(200);
    }

    private static void fault(Keyway keyway, String serial, String fault, int times) {
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", fault, "times", times))
                .expect(200);
    }

    private void note() {
        write(
                "broken.txt",
                String.join("\n", broken),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private void write(String file, String text, StandardOpenOption... how) {
        try {
            Files.writeString(folder.resolve(file), text, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
