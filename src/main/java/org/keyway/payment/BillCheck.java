package org.keyway.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds our books against each provider's bill of a day; doing it again finds nothing new. */
@Service
public class BillCheck {

    private final Gateways gateways;
    private final BillDifferences differences;
    private final BankReceipts receipts;
    private final ApplicationEventPublisher events;

    BillCheck(Gateways gateways, BillDifferences differences, BankReceipts receipts, ApplicationEventPublisher events) {
        this.gateways = gateways;
        this.differences = differences;
        this.receipts = receipts;
        this.events = events;
    }

    /** Compares all providers; a {@link GatewayFailure} means that a bill could not be had: call again. */
    @Transactional
    public void compare(LocalDate day) {
        gateways.all().forEach(gateway -> compare(gateway, day));
        differences.unbookedRemittances(day).forEach(differences::add);
        receipts.openUntil(day).stream()
                .map(receipt -> difference(day, receipt))
                .forEach(differences::add);
    }

    /** Money in the bank that is nobody's yet. */
    private static BillDifference difference(LocalDate day, BankReceipt receipt) {
        return new BillDifference(day, "bank", "REMITTANCE", receipt.receiptNo(), null, null, receipt.amountCents());
    }

    /** Another capability does not agree with its partner. */
    @Transactional
    public void remember(BillDifference found) {
        differences.add(found);
    }

    /** What nobody has settled yet, oldest first. */
    public List<BillDifference> open() {
        return differences.open();
    }

    /** Finance has looked into everything that is open. */
    @Transactional
    public void settle(String by, String note) {
        differences
                .open()
                .forEach(each -> events.publishEvent(
                        new AuditRecord(by, "bill.settled", each.kind() + ":" + each.number(), each.provider())));
        differences.settle(by, note);
    }

    private void compare(PaymentGateway gateway, LocalDate day) {
        Optional<List<BillLine>> bill = gateway.bill(day);
        if (bill.isEmpty()) {
            return;
        }
        bill.get().forEach(line -> compare(gateway.provider(), day, line));
        List<BillLine> around = new ArrayList<>(bill.get());
        around.addAll(gateway.bill(day.minusDays(1)).orElse(List.of()));
        Set<String> known = new HashSet<>();
        around.forEach(line -> known.add(line.kind() + line.number()));
        differences.ours(day, gateway.provider()).stream()
                .filter(ours -> !known.contains(ours.kind() + ours.number()))
                .forEach(differences::add);
    }

    /** Money that the provider saw just before midnight may be in our books of the next day. */
    private void compare(String provider, LocalDate day, BillLine line) {
        BillDifference ours = differences.ours(day, provider, line);
        if (ours.ourCents() == null || ours.ourCents() != line.cents()) {
            differences.add(new BillDifference(
                    day, provider, line.kind().name(), line.number(), ours.orderNo(), ours.ourCents(), line.cents()));
        }
    }
}
