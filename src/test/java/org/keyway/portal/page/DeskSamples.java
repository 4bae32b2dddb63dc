package org.keyway.portal.page;

import java.util.List;
import java.util.Map;
import org.keyway.portal.page.DeskAccess.DeskTab;
import org.keyway.portal.page.DeskAudit.AuditForm;
import org.keyway.portal.page.DeskAudit.AuditRow;
import org.keyway.portal.page.DeskBatch.BatchRow;
import org.keyway.portal.page.DeskBatch.OutcomeRow;
import org.keyway.portal.page.DeskPages.Late;
import org.keyway.portal.page.DeskStatistics.HandlingRow;
import org.keyway.portal.page.DeskStatistics.ReasonRow;
import org.keyway.portal.page.DeskStatistics.WaitingRow;

/** What the pages of the desk show in tests. */
final class DeskSamples {

    static final List<DeskTab> TABS = List.of(
            new DeskTab("search", "/desk"),
            new DeskTab("statistics", "/desk/statistics"),
            new DeskTab("batch", "/desk/batch"),
            new DeskTab("audit", "/desk/audit"));
    static final List<Late> LATE =
            List.of(new Late("XB20261121000017", "测试建设有限公司", "客服审核", "客服审核", "2026-11-23 13:00", "2 小时"));

    private DeskSamples() {}

    static Map<String, Object> statement() {
        return Map.of(
                "tabs",
                TABS,
                "done",
                "导入完成：新流水 2 笔。",
                "faults",
                List.of("对账单第 3 行“交易日期”：日期写法不对。"),
                "rows",
                List.of(
                        new ReceiptRow(
                                "17ab",
                                "2026-11-21",
                                "¥200.00",
                                "测试建设有限公司",
                                "货款",
                                "SHORT",
                                "少汇，还差",
                                "¥100.00",
                                List.of("XB20261121000017")),
                        new ReceiptRow(
                                "17ac",
                                "2026-11-21",
                                "¥350.00",
                                "样例有限公司",
                                "锁款",
                                "OVER",
                                "多汇，多出",
                                "¥50.00",
                                List.of("XB20261121000018")),
                        new ReceiptRow(
                                "17ad", "2026-11-21", "¥50.00", "某某", "", "EXCESS", "已到账，应退", "¥50.00", List.of())),
                "late",
                List.of(new DeskStatement.LateRow("XB20261121000017P01R1", "XB20261121000017", "¥300.00")));
    }

    static Map<String, Object> statistics() {
        return Map.of(
                "tabs",
                TABS,
                "now",
                "2026-11-21 12:00",
                "days",
                90,
                "waiting",
                List.of(new WaitingRow("客服审核", "客服审核", 3, 1, "5 小时", "2026-11-21 07:00")),
                "handling",
                List.of(new HandlingRow("新办", "嵊州", 12, "3.5")),
                "reasons",
                List.of(new ReasonRow("看不清，请重新扫描上传", 4, 67), new ReasonRow("填写有误，请更正", 2, 33)));
    }

    static Map<String, Object> batch() {
        return Map.of(
                "tabs",
                TABS,
                "asked",
                true,
                "outcomes",
                List.of(
                        new OutcomeRow("XB20261121000017", "测试建设有限公司", true, ""),
                        new OutcomeRow("XB20261121000018", "样例工程咨询有限公司", false, "已不在等待放行")),
                "total",
                1,
                "rows",
                List.of(new BatchRow("XB20261121000019", "测试建设有限公司", "衢州", "¥300.00", "2026-11-20 15:00", true)));
    }

    static Map<String, Object> audit() {
        return Map.of(
                "tabs",
                TABS,
                "form",
                new AuditForm("", "", "", ""),
                "most",
                200,
                "checked",
                true,
                "broken",
                7L,
                "rows",
                List.of(new AuditRow(1, "2026-11-21 12:00", "系统", "审核通过", "XB20261121000017", "", "a1b2c3d4e5f6")));
    }
}
