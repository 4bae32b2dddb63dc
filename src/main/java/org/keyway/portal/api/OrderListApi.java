package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.keyway.order.CaseList;
import org.keyway.order.CasePage;
import org.keyway.order.CaseRow;
import org.keyway.payment.JointPayments;
import org.keyway.portal.Actor;
import org.keyway.portal.CaseCsv;
import org.keyway.portal.CaseFilter;
import org.keyway.portal.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of orders: one's own, for staff all; as JSON pages or as a CSV export. */
@RestController
@Tag(name = "orders")
class OrderListApi {

    /** One page. */
    record PageJson(List<RowJson> content, long total, int page, int size) {}

    /** One order in a list. */
    record RowJson(
            String orderNo,
            String line,
            String region,
            String applicant,
            String subjectName,
            String handlerName,
            String status,
            String statusText,
            String waitingGroup,
            String waitingStep,
            Long feeCents,
            String waybillNo,
            String defectText,
            OffsetDateTime createdAt,
            String jointPaymentNo) {}

    private final CaseList cases;
    private final CaseCsv csv;
    private final JointPayments joints;
    private final Wording wording;

    OrderListApi(CaseList cases, CaseCsv csv, JointPayments joints, Wording wording) {
        this.cases = cases;
        this.csv = csv;
        this.joints = joints;
        this.wording = wording;
    }

    @GetMapping("/api/orders")
    @Operation(operationId = "listOrders")
    ResponseEntity<?> list(
            @RequestParam Map<String, String> query,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Authentication person) {
        Actor actor = Actor.of(person);
        CaseFilter filter = CaseFilter.of(query);
        String applicant = actor.isStaff() ? null : actor.account();
        if (accept.contains("text/csv")) {
            return CaseCsv.download(csv.export(filter, applicant));
        }
        CasePage page = cases.list(filter.query(applicant));
        Map<String, String> numbers =
                joints.numbers(page.rows().stream().map(CaseRow::orderNo).toList());
        List<RowJson> rows = page.rows().stream()
                .map(row -> row(row, numbers.get(row.orderNo())))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PageJson(rows, page.total(), page.page(), page.size()));
    }

    private RowJson row(CaseRow row, String jointNo) {
        return new RowJson(
                row.orderNo(),
                row.line(),
                row.region(),
                row.applicant(),
                row.subjectName(),
                row.handlerName(),
                row.status().name(),
                wording.status(row.status()),
                row.waitingGroup(),
                row.waitingStep(),
                row.feeCents(),
                row.waybillNo(),
                row.defectText(),
                Wording.iso(row.createdAt()),
                jointNo);
    }
}
