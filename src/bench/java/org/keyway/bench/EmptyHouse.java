package org.keyway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Beans for the diagrams that do nothing and know what the walk needs: no table is asked, nothing is written. */
final class EmptyHouse {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+Delegate)}");

    private EmptyHouse() {}

    static Map<Object, Object> beans() throws Exception {
        Map<Object, Object> beans = new HashMap<>();
        JavaDelegate nothing = execution -> {};
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                BEAN.matcher(Files.readString(file)).results().forEach(found -> beans.put(found.group(1), nothing));
            }
        }
        beans.put("facts", new Facts());
        beans.put("policy", new Policy());
        return beans;
    }

    /** Answers that lead along the main line. */
    public static final class Facts {
        public boolean isStampMissing(String orderNo) {
            return false;
        }

        public boolean isPaid(String orderNo) {
            return false;
        }

        public boolean isFree(String orderNo) {
            return false;
        }

        public boolean isRemittanceSubmitted(String orderNo) {
            return false;
        }

        public boolean isRefundByHand(String orderNo) {
            return false;
        }

        public boolean isDelivered(String orderNo) {
            return false;
        }

        public boolean isParcelReturned(String orderNo) {
            return false;
        }

        public boolean isParcelLost(String orderNo) {
            return false;
        }

        public int lostParcels(String orderNo) {
            return 0;
        }

        public boolean isInvoiceWanted(String orderNo) {
            return true;
        }

        public boolean isInvoiceAnswered(String orderNo) {
            return false;
        }

        public boolean isInvoiceIssued(String orderNo) {
            return true;
        }

        public boolean isRefunded(String orderNo) {
            return false;
        }

        public boolean isReleased(String orderNo) {
            return false;
        }

        public boolean isBindingAnswered(String orderNo) {
            return false;
        }

        public boolean isBindingAccepted(String orderNo) {
            return false;
        }

        public int quantity(String orderNo) {
            return 1;
        }

        public String keyAt(String orderNo, Integer place) {
            return "SN1";
        }

        public int reviewLevel(String orderNo) {
            return 1;
        }
    }

    /** Time limits that are never reached. */
    public static final class Policy {
        private static Date later() {
            return new Date(System.currentTimeMillis() + 7 * 86_400_000L);
        }

        public Date reviewDueAt(String orderNo) {
            return later();
        }

        public Date correctionDueAt(String orderNo) {
            return later();
        }

        public Date paymentDueAt(String orderNo) {
            return later();
        }

        public Date receiptDueAt(String orderNo) {
            return later();
        }

        public Date selfWriteDueAt(String orderNo) {
            return later();
        }

        public Date remittanceDueAt(String orderNo) {
            return later();
        }

        public Date dueAt(String orderNo, String name) {
            return later();
        }

        public Date workDueAt(String orderNo, String name) {
            return later();
        }

        public String serviceGroup(String orderNo) {
            return "support";
        }

        /** Not the value of any branch, so that every gateway takes its usual way. */
        public String term(String orderNo, String name) {
            return "P15D";
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
    }
}
