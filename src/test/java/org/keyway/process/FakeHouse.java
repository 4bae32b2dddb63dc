package org.keyway.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Stands behind every bean name that a diagram uses: notes what was called, refuses when told, answers as told. */
public final class FakeHouse {

    static final List<String> DELEGATES = List.of(
            "checkEligibilityDelegate",
            "demandFeeDelegate",
            "closePaymentDelegate",
            "bookRemittanceDelegate",
            "refundDelegate",
            "precheckDelegate",
            "escalateDelegate",
            "recordReturnDelegate",
            "sendMessageDelegate",
            "reserveKeyDelegate",
            "issueCodeDelegate",
            "writeKeyDelegate",
            "testStampDelegate",
            "packParcelDelegate",
            "dispatchParcelDelegate",
            "voidKeyDelegate",
            "confirmReceiptDelegate",
            "requestBindingDelegate",
            "activateKeyDelegate",
            "requestInvoiceDelegate",
            "readLockDelegate",
            "issueOneTimeCodeDelegate",
            "runUnlockDelegate",
            "applyEffectDelegate",
            "updateRegistryDelegate",
            "suspendLostKeyDelegate",
            "prepareNewKeyDelegate",
            "giveUpKeyDelegate",
            "refundKeyDelegate",
            "releaseRenewalDelegate",
            "remindExpiringDelegate",
            "releaseBatchDelegate",
            "releaseHoldDelegate",
            "routeReleaseDelegate",
            "noteCauseDelegate",
            "tellKeyStateDelegate",
            "freeReservedDelegate",
            "followParcelsDelegate",
            "compareBillsDelegate");

    private static final Map<String, String> TERMS = Map.of("selfWriteReminder", "P2D", "selfWriteCallback", "P15D");

    final Facts facts = new Facts();
    final Losses losses = new Losses();
    final FakeKeys.Unlocks unlocks = new FakeKeys.Unlocks(facts);
    final Map<String, String> terms = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<String>> refusals = new HashMap<>();
    private final java.util.Set<String> down = new java.util.HashSet<>();

    Map<String, Object> beans() {
        Map<String, Object> beans = new HashMap<>();
        beans.put("policy", new Policy(terms));
        beans.put("facts", facts);
        beans.put("seals", new FakeKeys.Seals(facts));
        beans.put("unlocks", unlocks);
        beans.put("bids", new Bids());
        beans.put("locks", new Locks());
        beans.put("renewals", new Renewals());
        beans.put("changes", new Changes());
        beans.put("replacements", new Replacing());
        beans.put("losses", losses);
        beans.put("supplies", new Supplies());
        beans.put("accounts", new Accounts());
        DELEGATES.forEach(name -> beans.put(name, delegate(name)));
        return beans;
    }

    /** The next call of the delegate ends in this error code. */
    void refuseOnce(String delegate, String code) {
        refusals.computeIfAbsent(delegate, name -> new ArrayDeque<>()).add(code);
    }

    /** The next call of the delegate fails as a broken partner would. */
    void breakOnce(String delegate) {
        refuseOnce(delegate, "BROKEN");
    }

    /** The partner behind the delegate does not answer, once. */
    void failOnce(String delegate) {
        down.add(delegate);
    }

    void reset() {
        down.clear();
        calls.clear();
        refusals.clear();
        facts.quantity = 1;
        facts.reviewLevel = 1;
        facts.lostParcels = 1;
        facts.retries = 0;
        facts.holding.clear();
        losses.cause = "";
        unlocks.mode = "SELF_CODE";
        terms.clear();
    }

    private JavaDelegate delegate(String name) {
        return execution -> {
            if (down.remove(name)) {
                throw new IllegalStateException(name + " is down");
            }
            Object template = execution.getVariable("template");
            boolean message = name.equals("sendMessageDelegate");
            calls.add(message ? "message " + template : name);
            if (name.equals("refundDelegate") && facts.holds("paid")) {
                facts.holding.add("refunded");
            }
            if (name.equals("bookRemittanceDelegate")) {
                facts.holding.add("paid");
            }
            Deque<String> codes = refusals.get(name);
            if (codes != null && "BROKEN".equals(codes.peek())) {
                codes.poll();
                throw new IllegalStateException(name + " is broken");
            }
            if (codes != null && !codes.isEmpty()) {
                throw new BpmnError(codes.poll());
            }
        };
    }

    /** Time limits as the table would give them. */
    public static final class Policy {
        private final Map<String, String> terms;

        Policy(Map<String, String> terms) {
            this.terms = terms;
        }

        public Date reviewDueAt(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 4 * 3_600_000L);
        }

        public Date correctionDueAt(String orderNo) {
            return reviewDueAt(orderNo);
        }

        public Date paymentDueAt(String orderNo) {
            return reviewDueAt(orderNo);
        }

        public Date receiptDueAt(String orderNo) {
            return reviewDueAt(orderNo);
        }

        public Date selfWriteDueAt(String orderNo) {
            return reviewDueAt(orderNo);
        }

        public Date remittanceDueAt(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 8 * 3_600_000L);
        }

        public String serviceGroup(String orderNo) {
            return "support";
        }

        public String correctionLimit(String orderNo) {
            return "P15D";
        }

        public String paymentReminder(String orderNo) {
            return "PT24H";
        }

        public String paymentLimit(String orderNo) {
            return "P7D";
        }

        public String receiptLimit(String orderNo) {
            return "P7D";
        }

        public String selfWriteLimit(String orderNo) {
            return "P30D";
        }

        public String term(String orderNo, String name) {
            return terms.getOrDefault(name, TERMS.getOrDefault(name, "P1D"));
        }

        public Date dueAt(String orderNo, String name) {
            return new Date(ClockUtil.getCurrentTime().getTime()
                    + java.time.Duration.parse(term(orderNo, name)).toMillis());
        }

        public Date workDueAt(String orderNo, String name) {
            return dueAt(orderNo, name);
        }
    }

    /** The key in use, in order and about to expire unless a test says otherwise. */
    public final class Locks {

        public boolean isProved(String orderNo) {
            return facts.holds("proved");
        }

        public boolean isReadable(String orderNo) {
            return facts.holds("readable");
        }

        public boolean isExpired(String orderNo) {
            return facts.holds("expired");
        }

        public boolean isUsable(String orderNo) {
            return !facts.holds("lockUnusable");
        }

        public boolean isHolderChanged(String orderNo) {
            return facts.holds("holderChanged");
        }

        public boolean isEndingWithin(String orderNo, String term) {
            return !facts.holds("tooEarly");
        }

        public boolean isEndedBeyond(String orderNo, String term) {
            return facts.holds("tooLate");
        }
    }

    /** What the machine thinks of a renewal. */
    public final class Renewals {

        public boolean isFlawless(String orderNo) {
            return facts.holds("flawless");
        }
    }

    /** Bids that wait to be opened, as a test says. */
    public final class Bids {

        public boolean isClear(String orderNo) {
            return !facts.holds("bidOpen");
        }

        public boolean isWaiting(String orderNo) {
            return facts.holds("bidBeforeEnd");
        }

        public Date waitsUntil(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 48 * 3_600_000L);
        }
    }

    /** What is asked about a change. */
    public final class Changes {

        public boolean isRegistryOnly(String orderNo) {
            return facts.holds("registryOnly");
        }

        public boolean isNameOpen(String orderNo) {
            return facts.holds("nameOpen");
        }
    }

    /** What is asked about a replacement. */
    public final class Replacing {

        public String cause(String orderNo) {
            return facts.holds("sameKey") ? "DAMAGED" : "LOST";
        }

        public boolean isNewKey(String orderNo) {
            return !facts.holds("sameKey");
        }

        public boolean isAddressKnown(String orderNo) {
            return !facts.holds("addressMissing");
        }
    }

    /** What the tables know about a loss; a test sets it among the facts. */
    public final class Losses {
        String cause = "";

        public boolean isRelease(String orderNo) {
            return facts.holds("release");
        }

        public boolean isTypedIn(String orderNo) {
            return facts.holds("typedIn");
        }

        public boolean isLeaving(String orderNo) {
            return facts.holds("leaving");
        }

        public boolean isStatementMissing(String orderNo) {
            return facts.holds("statementMissing");
        }

        public boolean isReplaced(String orderNo) {
            return facts.holds("replaced");
        }

        public String cause(String orderNo) {
            return cause;
        }

        public Date holdEndsAt(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 30 * 86_400_000L);
        }

        public Date reminderAt(String orderNo, String name) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 7 * 86_400_000L);
        }
    }

    /** What the stock says; a test sets it among the facts. */
    public final class Supplies {
        public boolean isRestockDue() {
            return facts.holds("stockLow");
        }
    }

    /** What the books say; a test sets it among the facts. */
    public final class Accounts {
        public boolean isUnsettled() {
            return facts.holds("unsettled");
        }
    }

    /** What the tables know; a test sets it. */
    public static final class Facts {
        final java.util.Set<String> holding = new java.util.HashSet<>();
        int quantity = 1;
        int reviewLevel = 1;
        int lostParcels = 1;
        int retries = 0;

        boolean holds(String fact) {
            return holding.contains(fact);
        }

        public boolean isStampMissing(String orderNo) {
            return holds("stampMissing");
        }

        public boolean isPaid(String orderNo) {
            return holds("paid");
        }

        public boolean isFree(String orderNo) {
            return holds("free");
        }

        public boolean isRemittanceSubmitted(String orderNo) {
            return holds("remitted");
        }

        public boolean isInvoiceWanted(String orderNo) {
            return holds("invoiceWanted");
        }

        public boolean isInvoiceAnswered(String orderNo) {
            return holds("invoiceAnswered");
        }

        public boolean isInvoiceIssued(String orderNo) {
            return holds("invoiceIssued");
        }

        public boolean isRefundByHand(String orderNo) {
            return holds("refundByHand");
        }

        public boolean isRefunded(String orderNo) {
            return holds("refunded");
        }

        public boolean isReleased(String orderNo) {
            return holds("released");
        }

        public boolean isDelivered(String orderNo) {
            return holds("delivered");
        }

        public boolean isParcelReturned(String orderNo) {
            return holds("parcelReturned");
        }

        public boolean isParcelLost(String orderNo) {
            return holds("parcelLost");
        }

        public boolean isBindingAnswered(String orderNo) {
            return holds("bindingAnswered");
        }

        public boolean isBindingAccepted(String orderNo) {
            return holds("bindingAccepted");
        }

        public int lostParcels(String orderNo) {
            return lostParcels;
        }

        public int quantity(String orderNo) {
            return quantity;
        }

        public int keyAt(String orderNo, int place) {
            return place;
        }

        public boolean hasOtherKeys(String orderNo, int keyIndex) {
            return holds("otherKeys");
        }

        public boolean mayWriteAgain(String orderNo, int keyIndex) {
            return retries-- > 0;
        }

        public int reviewLevel(String orderNo) {
            return reviewLevel;
        }
    }
}
