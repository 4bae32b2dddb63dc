package org.keyway.crash;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.keyway.acceptance.Keyway;
import org.keyway.crash.Scenario.Habit;

/** What happens to keys, parcels and bindings beside the tasks. */
final class Handling {

    private static final String HELD = "('RESERVED', 'WRITTEN', 'PACKED', 'SHIPPED')";
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
    private static final List<String> ARRIVES = List.of("PICKED_UP", "DELIVERED");

    private final Scenario scenario;
    private final Keyway keyway;
    private final World world;
    private final Books books;

    Handling(Scenario scenario, Keyway keyway, World world, Books books) {
        this.scenario = scenario;
        this.keyway = keyway;
        this.world = world;
        this.books = books;
    }

    /** The key that was set aside for this writing task. */
    String serial(String orderNo, String task) {
        return books.text(
                "select serial from key_device where status in " + HELD + " and order_no = ?"
                        + " and (key_index = ? or 1 = (select count(*) from key_device d where d.order_no = ?"
                        + " and d.status in " + HELD + ")) order by serial limit 1",
                orderNo,
                index(task),
                orderNo);
    }

    /** The same; it is broken when this order is to have a broken key and nobody has helped yet. */
    String readies(String orderNo, String task) {
        String serial = serial(orderNo, task);
        boolean helped = books.handled(orderNo, "Task_Assist") > 0;
        if (scenario.has(Habit.BREAKS) && scenario.habits().get(Habit.BREAKS).equals(String.valueOf(index(task)))) {
            if (helped) {
                world.heals(keyway, serial);
            } else {
                world.breaks(keyway, serial);
            }
        }
        return serial;
    }

    /** The newest code for this key in the applicant's phone. */
    String code(String orderNo, String task) {
        String sms = books.text(
                "select text from sandbox_message where order_no = ? and template = 'auth_code'"
                        + " and (text like ? or 1 = ?) order by at desc limit 1",
                orderNo,
                "%第 " + (index(task) + 1) + " 把%",
                scenario.fields().getOrDefault("quantity", 1));
        return CODE.matcher(sms).results().map(MatchResult::group).findFirst().orElseThrow();
    }

    /** The written keys of the order, to be packed. */
    String serials(String orderNo) {
        return String.join(
                " ",
                books.texts(
                        "select serial from key_device where order_no = ? and status in " + HELD + " order by serial",
                        orderNo));
    }

    /** The courier says what it has not said yet; answers whether the parcel is there. */
    boolean follows(String orderNo) {
        String waybill =
                books.text("select waybill_no from parcel where order_no = ? order by round desc limit 1", orderNo);
        List<String> events = isUnlucky(orderNo) ? scenario.route() : ARRIVES;
        for (String event : events) {
            if (books.count("select count(*) from parcel_event where kind = ? and waybill_no = ?", event, waybill)
                    == 0) {
                keyway.as("feng")
                        .post("/sandbox/parcels/" + waybill, Map.of("event", event))
                        .expect(200);
            }
        }
        return events.contains("DELIVERED");
    }

    private boolean isUnlucky(String orderNo) {
        String each = scenario.habits().get(Habit.LOSES_EACH);
        return each == null
                ? books.count("select count(*) from parcel where order_no = ?", orderNo) == 1
                        && books.handled(orderNo, "Task_TraceParcel") == 0
                : books.handled(orderNo, each) == 0;
    }

    /** The trading system says no to the first binding; nobody has to confirm it then. */
    boolean isRefused(String orderNo) {
        if (!scenario.has(Habit.IS_NOT_BOUND) || books.handled(orderNo, "Task_Assist") > 0) {
            return false;
        }
        if (books.count("select count(*) from key_binding where order_no = ? and accepted is null", orderNo) > 0) {
            keyway.as("chu")
                    .post(
                            "/sandbox/trading/" + orderNo,
                            Map.of(
                                    "binding",
                                    "REJECTED",
                                    "reason",
                                    scenario.habits().get(Habit.IS_NOT_BOUND)))
                    .expect(200);
        }
        return true;
    }

    /** Which key of the order a task is about is known to the task, or to what surrounds it. */
    private long index(String task) {
        String index = books.text(
                "select v.text_ from act_ru_task t join act_ru_execution e on e.id_ = t.execution_id_"
                        + " left join act_ru_execution p on p.id_ = e.parent_id_ join act_ru_variable v"
                        + " on v.execution_id_ in (e.id_, p.id_, p.parent_id_) where v.name_ = 'keyIndex' and t.id_ = ?"
                        + " limit 1",
                task);
        return index.isEmpty() ? 0 : Long.parseLong(index);
    }
}
