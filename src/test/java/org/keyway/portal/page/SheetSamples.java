package org.keyway.portal.page;

import java.util.List;
import java.util.Map;
import org.keyway.order.OrderStatus;
import org.keyway.portal.FieldSection;
import org.keyway.portal.FieldSection.FieldText;
import org.keyway.portal.ReviewSheet;

/** Made-up data of the reviewer's list and sheet. */
final class SheetSamples {

    private SheetSamples() {}

    static Map<String, Object> desk() {
        return Map.of(
                "filter",
                new ListForm("", "测试", "", "", "", ""),
                "statuses",
                OrderStatus.values(),
                "rows",
                List.of(ApplicationSamples.row(), ApplicationSamples.returnedRow()),
                "total",
                2L,
                "tabs",
                DeskSamples.TABS,
                "late",
                DeskSamples.LATE);
    }

    static ReviewSheet sheet() {
        return new ReviewSheet(
                "XB20261121000017",
                "新办",
                "嵊州",
                1,
                "待审核",
                List.of(new FieldSection(
                        "单位信息", List.of(new FieldText("uscc", "统一社会信用代码", "91330683MA0TE5T08D", null, false)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
