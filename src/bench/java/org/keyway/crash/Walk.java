package org.keyway.crash;

import java.util.List;
import java.util.Map;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.Person;
import org.keyway.crash.Books.Line;
import org.keyway.crash.Scenario.Habit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who never know whether their last click arrived: they look where the order stands and do what comes next. The
 * same walk goes on after every death.
 */
public final class Walk {

    private static final Map<String, String> STAFF = Map.ofEntries(
            Map.entry("Task_ReviewApplication", "li"),
            Map.entry("Task_SecondReview", "zheng"),
            Map.entry("Task_HandleOnHold", "wu"),
            Map.entry("Task_ConfirmRemittance", "wang"),
            Map.entry("Task_RefundByHand", "wang"),
            Map.entry("Task_Restock", "feng"),
            Map.entry("Task_HandOver", "feng"),
            Map.entry("Task_TraceParcel", "feng"),
            Map.entry("Task_HandleException", "zheng"),
            Map.entry("Task_FixInvoice", "wang"),
            Map.entry("Task_Assist", "chen"),
            Map.entry("Task_ConfirmBinding", "chu"));

    private final String name;
    private final Scenario scenario;
    private final Keyway keyway;
    private final World world;
    private final Books books;
    private final Applying applying;
    private final Paying paying;
    private final Handling handling;
    private volatile String orderNo;

    /** One alone, with nothing special about it. */
    public Walk(Scenario scenario, Keyway keyway, JdbcClient database) {
        this(scenario.name(), scenario, keyway, database, new World(null, 0));
    }

    Walk(String name, Scenario scenario, Keyway keyway, JdbcClient database, World world) {
        this.name = name;
        this.scenario = scenario;
        this.keyway = keyway;
        this.world = world;
        this.orderNo = world.orderOf(name);
        this.books = new Books(database);
        this.applying = new Applying(scenario, keyway.as(scenario.account()), books);
        this.paying = new Paying(scenario, keyway, applying, books);
        this.handling = new Handling(scenario, keyway, world, books);
    }

    /** What the order should leave behind is that of this scenario. */
    public Scenario scenario() {
        return scenario;
    }

    public String orderNo() {
        return orderNo;
    }

    String name() {
        return name;
    }

    /** Does what can be done now; answers whether anything was tried. */
    public boolean next() {
        if (orderNo == null) {
            String found = applying.draft();
            world.belongs(found, name);
            orderNo = found;
            return true;
        }
        List<Line> lines = books.look(orderNo);
        if (lines.get(0).status().equals("DRAFT")) {
            applying.submit(orderNo);
            return true;
        }
        if (lines.get(0).id() == null) {
            return lines.get(0).status().equals("EXPIRED") && paying.paysLate(orderNo);
        }
        return act(lines.get(0));
    }

    public boolean isOver() {
        return orderNo != null
                && scenario.end().equals(books.look(orderNo).get(0).status())
                && books.count(
                                "select count(*) from act_hi_procinst where business_key_ = ? and end_time_ is null",
                                orderNo)
                        == 0
                && paying.isSettled(orderNo);
    }

    /** Whether this step is one that nobody does yet. */
    private boolean isLeft(Line step) {
        String[] left = scenario.habits().getOrDefault(Habit.LEAVES, "").split(" until ");
        return step.key().equals(left[0])
                && books.count(
                                "select count(*) from act_hi_actinst a join act_hi_procinst p"
                                        + " on p.proc_inst_id_ = a.proc_inst_id_"
                                        + " where a.act_id_ = ? and p.business_key_ = ?",
                                left[1],
                                orderNo)
                        == 0;
    }

    private boolean act(Line step) {
        if (isLeft(step)) {
            return false;
        }
        if (step.key().equals(scenario.habits().get(Habit.CANCELS_AT))) {
            keyway.as(scenario.account()).delete("/api/orders/" + orderNo).expect(200, 202, 204);
            return true;
        }
        return switch (step.key()) {
            case "Task_Pay" -> world.hasStock(keyway, books, scenario) && paying.pays(orderNo, step.id());
            case "Task_UploadStamped" -> applying.stamps(orderNo) && own(step, Map.of());
            case "Task_CorrectApplication" -> applying.correct(orderNo);
            case "Task_ConfirmReceipt" -> handling.follows(orderNo) && own(step, Map.of());
            case "Task_WriteOwnKey" ->
                own(
                        step,
                        Map.of(
                                "keySerial",
                                handling.readies(orderNo, step.id()),
                                "authorizationCode",
                                handling.code(orderNo, step.id())));
            case "Task_FixAddress" -> own(step, Map.of("consigneeDivision", "330683", "consigneeAddress", "样例路3号门卫代收"));
            case "Task_BindKey", "Task_TestStamp" -> own(step, Map.of());
            case "Task_WriteKey" -> staff("feng", step, Map.of("keySerial", handling.readies(orderNo, step.id())));
            case "Task_PackParcel" -> staff("feng", step, Map.of("keySerial", handling.serials(orderNo)));
            case "Task_Restock" -> world.supplies(keyway, books) && staff(step);
            case "Task_ConfirmBinding" -> handling.isRefused(orderNo) || staff(step);
            default -> staff(step);
        };
    }

    private boolean staff(Line step) {
        String account = STAFF.get(step.key());
        if (account == null) {
            throw new IllegalStateException("nobody does " + step.key());
        }
        return staff(account, step, scenario.word(step.key(), books.handled(orderNo, step.key())));
    }

    /** A step of staff, as Tasklist does it. */
    private boolean staff(String account, Line step, Map<String, String> variables) {
        Person person = keyway.as(account);
        if (books.text("select coalesce(assignee, '') from order_step where id = ?", step.id())
                .isEmpty()) {
            person.post("/engine-rest/task/" + step.id() + "/claim", Map.of("userId", account))
                    .expect(204);
        }
        Case.complete(person, step.id(), variables).expect(200, 204);
        return true;
    }

    /** The applicant's own step. */
    private boolean own(Line step, Map<String, String> fields) {
        keyway.as(scenario.account())
                .post("/api/tasks/" + step.id() + "/completion", Map.of("fields", fields))
                .expect(200, 202, 204);
        return true;
    }
}
