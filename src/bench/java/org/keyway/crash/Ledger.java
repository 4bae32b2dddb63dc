package org.keyway.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that an order left behind, ours and in the partners' books, counted; no number or time that is its own. */
record Ledger(Map<String, Long> entries) {

    private static final int LOOKS = 20;
    private static final long PAUSE_MILLIS = 200;

    private static final List<String> QUESTIONS = List.of(
            "select 'status ' || status from application_order where order_no = :no",
            "select 'step ' || step_key || ' ' || name || ' by ' || coalesce(handler, '-') || case when handled_at is null"
                    + " then ' OPEN' else '' end from order_step where order_no = :no",
            "select 'sent ' || template || ' ' || channel from sandbox_message where order_no = :no",
            "select 'message ' || template || ' ' || status from message where order_no = :no",
            "select 'paper ' || type from attachment where order_no = :no and removed_at is null",
            "select 'decision ' || stage || ' ' || decision from review_decision where order_no = :no",
            "select 'snapshot' from review_snapshot where order_no = :no",
            "select 'demand ' || amount_cents || case when settled_by is null then ' open' else ' settled' end"
                    + " from payment_demand where order_no = :no",
            "select 'payment ' || status || ' ' || amount_cents || ' back ' || refunded_cents from payment"
                    + " where order_no = :no",
            // our own question may be answered before the notice comes: both are kept, under ids of their own
            "select distinct 'notice ' || n.outcome from payment_notice n join payment p on p.payment_no = n.payment_no"
                    + " where p.order_no = :no",
            "select 'provider ' || s.state || ' ' || s.amount_cents from sandbox_payment s"
                    + " join payment p on p.payment_no = s.payment_no where p.order_no = :no",
            "select 'refund ' || status || ' ' || amount_cents from refund where order_no = :no",
            "select 'provider refund ' || s.amount_cents from sandbox_refund s join payment p"
                    + " on p.payment_no = s.payment_no where p.order_no = :no",
            "select 'key ' || status from key_device where order_no = :no",
            "select 'writing ' || step || ' ' || round from key_writing_job where order_no = :no",
            "select 'code ' || issue from authorization_code where order_no = :no",
            "select 'intent' from certificate_intent where order_no = :no",
            "select 'certificate ' || key_use || ' ' || state from certificate where order_no = :no",
            "select 'signed by the CA' from softca_certificate s join certificate_intent i on i.serial = s.serial"
                    + " where i.order_no = :no",
            "select 'seal ' || state from key_seal where order_no = :no",
            "select 'parcel ' || round || ' ' || status from parcel where order_no = :no",
            "select 'carrier parcel' from sandbox_parcel s join parcel p on p.parcel_no = s.parcel_no"
                    + " where p.order_no = :no",
            "select distinct 'route ' || e.kind from parcel_event e join parcel p on p.waybill_no = e.waybill_no"
                    + " where p.order_no = :no",
            "select 'route nobody told ' || e.kind from parcel_event e join parcel p on p.waybill_no = e.waybill_no"
                    + " where p.order_no = :no and not exists (select 1 from sandbox_route s"
                    + " where s.waybill_no = e.waybill_no and s.event_id = e.event_id)",
            "select 'binding ' || round || ' ' || coalesce(cast(accepted as varchar), '-') from key_binding"
                    + " where order_no = :no",
            "select 'binding asked' from sandbox_binding where request_no like '%' || :no || '%'",
            "select 'invoice ' || type || ' ' || status || ' ' || amount_cents from invoice where order_no = :no",
            "select 'tax platform ' || amount_cents from sandbox_invoice where order_no = :no",
            "select 'audit ' || action || ' by ' || actor from audit_entry where subject = :no"
                    // the courier's first word may be heard after his last; a second word on an old request changes
                    // nothing
                    + " and action not in ('parcel.in_transit', 'binding.answer-late')",
            "select 'process ' || proc_def_key_ || ' ' || state_ from act_hi_procinst where business_key_ = :no",
            "select 'node ' || a.proc_def_key_ || '/' || a.act_id_ || case when a.end_time_ is null then ' OPEN' else ''"
                    + " end from act_hi_actinst a join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_"
                    + " where p.business_key_ = :no",
            "select 'incident ' || i.activity_id_ from act_ru_incident i join act_hi_procinst p"
                    + " on p.proc_inst_id_ = i.proc_inst_id_ where p.business_key_ = :no");

    static Ledger of(JdbcClient database, String orderNo) {
        Map<String, Long> entries = new TreeMap<>();
        for (String question : QUESTIONS) {
            database.sql(question)
                    .param("no", orderNo)
                    .query(String.class)
                    .list()
                    .forEach(entry -> entries.merge(entry, 1L, Long::sum));
        }
        return new Ledger(entries);
    }

    /** The books when nothing is written into them any more. */
    static Ledger settled(JdbcClient database, String orderNo) throws InterruptedException {
        Ledger now = of(database, orderNo);
        for (int look = 0; look < LOOKS; look++) {
            Thread.sleep(PAUSE_MILLIS);
            Ledger next = of(database, orderNo);
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return now;
    }

    /** What is here too much, and what is missing. */
    List<String> differencesTo(Ledger other) {
        return Stream.concat(
                        moreThan(other).map(entry -> "too much: " + entry),
                        other.moreThan(this).map(entry -> "lost: " + entry))
                .toList();
    }

    private Stream<String> moreThan(Ledger other) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() > other.entries.getOrDefault(entry.getKey(), 0L))
                .map(entry -> entry.getKey() + " x" + entry.getValue() + " instead of "
                        + other.entries.getOrDefault(entry.getKey(), 0L));
    }

    /** How many entries of this kind there are. */
    long count(String pattern) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().matches(pattern))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The sum of the amounts in such entries; the pattern has one group, the cents. */
    long cents(String pattern) {
        Pattern amount = Pattern.compile(pattern);
        return entries.entrySet().stream()
                .mapToLong(entry -> {
                    Matcher found = amount.matcher(entry.getKey());
                    return found.matches() ? Long.parseLong(found.group(1)) * entry.getValue() : 0;
                })
                .sum();
    }
}
