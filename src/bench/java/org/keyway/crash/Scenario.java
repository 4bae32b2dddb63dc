package org.keyway.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way through new issuance.
 *
 * @param decisions what staff say at a step, time by time; the last word is kept
 * @param route what the courier tells of the first parcel
 * @param habits what these people do otherwise than most
 * @param end status of the order at the end
 */
public record Scenario(
        String name,
        String account,
        String region,
        Map<String, Object> fields,
        Map<String, List<Map<String, String>>> decisions,
        List<String> route,
        Map<Habit, String> habits,
        String end) {

    /** What people may do otherwise; with what it takes to say how. */
    public enum Habit {
        /** Pays by bank transfer. */
        TRANSFERS,
        /** Opens a payment and does not pay. */
        NEVER_PAYS,
        /** Pays when it is too late. */
        PAYS_LATE,
        /** Cancels when this step is open. */
        CANCELS_AT,
        /** This key of the order is broken until somebody has helped. */
        BREAKS,
        /** There is no key in stock. */
        FINDS_NO_KEY,
        /** The trading system refuses the first binding. */
        IS_NOT_BOUND,
        /** What the courier tells of the first parcel he tells of each, until this step was done. */
        LOSES_EACH,
        /** Leaves a step alone until the diagrams have come to a node: {@code step until node}. */
        LEAVES
    }

    static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    static final Map<String, String> RETRY = Map.of("decision", "RETRY");

    public static final List<Scenario> ALL = Scenarios.all();

    static Scenario of(String name, String region, String end) {
        return new Scenario(
                name, "zhang", region, Map.of(), Map.of(), List.of("PICKED_UP", "DELIVERED"), Map.of(), end);
    }

    Scenario by(String someone) {
        return new Scenario(name, someone, region, fields, decisions, route, habits, end);
    }

    Scenario with(Map<String, Object> changes) {
        return new Scenario(name, account, region, changes, decisions, route, habits, end);
    }

    @SafeVarargs
    final Scenario at(String step, Map<String, String>... words) {
        Map<String, List<Map<String, String>>> all = new HashMap<>(decisions);
        all.put(step, List.of(words));
        return new Scenario(name, account, region, fields, all, route, habits, end);
    }

    Scenario route(String... events) {
        return new Scenario(name, account, region, fields, decisions, List.of(events), habits, end);
    }

    Scenario habit(Habit habit, String how) {
        Map<Habit, String> all = new HashMap<>(habits);
        all.put(habit, how);
        return new Scenario(name, account, region, fields, decisions, route, all, end);
    }

    boolean has(Habit habit) {
        return habits.containsKey(habit);
    }

    /** What is said when this step is done for the n-th time, counted from 0. */
    Map<String, String> word(String step, int time) {
        List<Map<String, String>> words = decisions.getOrDefault(step, List.of(APPROVE));
        return words.get(Math.min(time, words.size() - 1));
    }
}
