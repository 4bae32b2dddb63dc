package org.keyway.portal.page;

import java.util.List;
import org.keyway.portal.Wording;
import org.keyway.ukey.EnvironmentReports;
import org.springframework.stereotype.Component;

/** What key agents found on the applicant's PC, as people read it. */
@Component
class ReportViews {

    /** One report with its time. */
    record ReportView(String at, String text) {}

    private final EnvironmentReports reports;
    private final Wording wording;

    ReportViews(EnvironmentReports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    List<ReportView> of(String orderNo) {
        return reports.of(orderNo).stream()
                .map(each -> new ReportView(wording.time(each.at()), each.text()))
                .toList();
    }
}
