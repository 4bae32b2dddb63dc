package org.keyway.portal.page;

import java.util.List;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.order.FoundKeys;
import org.keyway.order.HistoryEntry;
import org.keyway.order.OpenStep;
import org.keyway.order.Order;
import org.keyway.order.OrderHistory;
import org.keyway.order.OrderStatus;
import org.keyway.order.OrderWorkflow;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.keyway.portal.Actor;
import org.keyway.portal.Cities;
import org.keyway.portal.FieldSections;
import org.keyway.portal.MaskedFields;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.PaymentMethods;
import org.keyway.portal.ReturnedTexts;
import org.keyway.portal.Wording;
import org.keyway.portal.dossier.Dossiers;
import org.keyway.portal.page.OrderView.DocumentLink;
import org.keyway.portal.page.OrderView.Head;
import org.keyway.portal.page.OrderView.HistoryRow;
import org.keyway.portal.page.OrderView.PaperRow;
import org.springframework.stereotype.Component;

/** Gathers an order's page. */
@Component
class OrderViews {

    private static final List<String> DOCUMENTS = List.of(
            "application-form",
            "business-registration",
            "seal-sample-sheet",
            "authorization-letter",
            "risk-notice",
            "order-sheet");

    private static final List<String> UPLOADING =
            List.of("Task_UploadStamped", "Task_FixAddress", "Task_Pay", "Task_UploadStatement");

    private final OrderAccess access;
    private final PolicyTables policies;
    private final OrderHistory history;
    private final OrderWorkflow workflow;
    private final FoundKeys foundKeys;
    private final Materials materials;
    private final Dossiers dossiers;
    private final ReturnedTexts returned;
    private final FieldSections sections;
    private final OrderPanels panels;
    private final MoneyPanels money;
    private final PaymentMethods methods;
    private final Cities cities;
    private final Wording wording;

    OrderViews(
            OrderAccess access,
            PolicyTables policies,
            OrderHistory history,
            OrderWorkflow workflow,
            FoundKeys foundKeys,
            Materials materials,
            Dossiers dossiers,
            ReturnedTexts returned,
            FieldSections sections,
            OrderPanels panels,
            MoneyPanels money,
            PaymentMethods methods,
            Cities cities,
            Wording wording) {
        this.access = access;
        this.policies = policies;
        this.history = history;
        this.workflow = workflow;
        this.foundKeys = foundKeys;
        this.materials = materials;
        this.dossiers = dossiers;
        this.returned = returned;
        this.sections = sections;
        this.panels = panels;
        this.money = money;
        this.methods = methods;
        this.cities = cities;
        this.wording = wording;
    }

    OrderView of(Order order, Actor actor) {
        boolean own = access.isOwn(order, actor);
        boolean draft = order.status() == OrderStatus.DRAFT && order.round() == 0;
        Optional<RegionPolicy> policy = policies.region(order.line(), order.region());
        List<OpenStep> steps = own ? steps(order, actor) : List.of();
        OrderView.InvoicePanel invoice = money.invoice(order);
        return new OrderView(
                head(order),
                Milestones.of(order.line(), order.status(), exception(order, invoice), policy),
                draft ? null : panels.ball(order.orderNo(), own),
                steps,
                returned.of(order),
                draft && own ? "/apply/" + order.line().slug() + "?order=" + order.orderNo() : null,
                panels.next(order.orderNo()),
                methods.of(List.of(order)),
                panels.payment(order.orderNo()),
                money.transfer(order.orderNo()),
                invoice,
                panels.parcel(order.orderNo()),
                panels.keys(order.orderNo()),
                rows(order, actor),
                sections.of(order, own, Optional.empty()),
                materials.of(order.orderNo()).stream().map(this::paper).toList(),
                documents(order),
                own && withdrawable(order, draft),
                own && foundKeys.isOpen(order),
                steps.isEmpty() && !draft && !order.status().isEnd(),
                steps.stream().anyMatch(step -> UPLOADING.contains(step.key())),
                MaskedFields.of(order.fields(), own));
    }

    private List<OpenStep> steps(Order order, Actor actor) {
        return history.open(order.orderNo()).stream()
                .filter(step -> actor.account().equals(step.assignee()))
                .toList();
    }

    private Head head(Order order) {
        return new Head(
                order.orderNo(),
                order.line().slug(),
                wording.line(order.line()),
                cities.name(order.region()),
                subject(order.fields()),
                order.status().name(),
                wording.status(order.status()),
                Tone.of(order.status()),
                wording.time(order.createdAt()));
    }

    /** Where something went wrong: an invoice is the last thing that can. */
    private static String exception(Order order, OrderView.InvoicePanel invoice) {
        boolean refused = invoice != null && invoice.reason() != null;
        return refused ? "DONE" : order.writingStarted() ? "DELIVER" : "WRITE";
    }

    private boolean withdrawable(Order order, boolean draft) {
        return draft || !order.status().isEnd() && !order.writingStarted() && workflow.isCancellable(order.orderNo());
    }

    private List<DocumentLink> documents(Order order) {
        String folder = "/api/orders/" + order.orderNo() + "/documents/";
        return dossiers.offered(order).stream()
                .map(code -> new DocumentLink(code, dossiers.title(code), folder + code + ".pdf"))
                .toList();
    }

    private List<HistoryRow> rows(Order order, Actor actor) {
        return history.of(order.orderNo()).stream()
                .map(entry -> row(entry, order, actor))
                .toList();
    }

    private HistoryRow row(HistoryEntry entry, Order order, Actor actor) {
        return new HistoryRow(
                entry.step(),
                handler(entry, order, actor),
                wording.time(entry.receivedAt()),
                wording.time(entry.handledAt()),
                entry.opinion());
    }

    private String handler(HistoryEntry entry, Order order, Actor actor) {
        if (entry.handler() == null) {
            return entry.handledAt() == null ? "" : wording.text("group.machine");
        }
        if (entry.handler().equals(order.applicant())) {
            return wording.text("handler.self");
        }
        return actor.isStaff() ? entry.handler() : wording.text("handler.staff");
    }

    private PaperRow paper(Attachment paper) {
        String url = "/api/orders/" + paper.orderNo() + "/attachments/" + paper.id();
        String note = paper.reusedFrom() == null ? "" : wording.text("paper.reused", paper.reusedFrom());
        return new PaperRow(wording.text("attachment." + paper.type()), paper.fileName() + note, url);
    }

    private static String subject(Fields fields) {
        return fields.text("organizationName")
                .or(() -> fields.text("handlerName"))
                .orElse("");
    }
}
