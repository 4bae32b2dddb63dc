package org.keyway.portal.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.order.RegionPolicy;
import org.keyway.order.Requirements;
import org.keyway.order.form.HouseForm;
import org.keyway.portal.page.OrdersPage.TabView;
import org.keyway.portal.page.RowViews.RowView;

/** Made-up data of applying and of the list of orders. */
final class ApplicationSamples {

    private ApplicationSamples() {}

    static RegionPolicy policy() {
        Duration day = Duration.ofDays(1);
        return new RegionPolicy(
                "330781",
                "兰溪",
                true,
                List.of("ORGANIZATION"),
                "AFTER_REVIEW",
                "SELF_CODE",
                List.of("MAIL"),
                List.of("PREPAID"),
                List.of("SANDBOX", "ALIPAY"),
                "IMMEDIATE",
                3,
                day,
                day,
                day,
                day,
                day,
                day,
                false,
                "");
    }

    static Map<String, Object> consent() {
        Consent text = new Consent("new-issuance-notice", "2026-11", "数字证书与电子签章办理告知确认书", "/consents/x");
        return Map.of(
                "line",
                "new-issuance",
                "cities",
                List.of(policy()),
                "region",
                "330781",
                "needs",
                new Requirements(List.of(), 0, "AFTER_REVIEW", List.of(), List.of("MAIL", "PICKUP"), 3, List.of(text)),
                "texts",
                Map.of("new-issuance-notice", "<p>您在本平台申请数字证书与电子签章，即表示您已阅读并同意以下约定。</p>"));
    }

    static Map<String, Object> apply() {
        return Map.of(
                "line", "new-issuance",
                "form", HouseForm.html("new-issuance-start.html"),
                "region", "330683",
                "agreed", "new-issuance-notice:2026-11",
                "correcting", false);
    }

    static RowView row() {
        return new RowView(
                "XB20261121000017",
                "新办",
                "嵊州",
                "测试建设有限公司",
                "¥300.00",
                "待支付",
                "amber",
                null,
                "申请人",
                "2026-11-21 10:12",
                "/orders/XB20261121000017",
                "去支付",
                true,
                "HB20261121000001P01");
    }

    static RowView draftRow() {
        return new RowView(
                "XB20261121000018",
                "新办",
                "兰溪",
                "样例工程咨询有限公司",
                "",
                "编辑中",
                "grey",
                null,
                "申请人",
                "2026-11-21 11:30",
                "/apply/new-issuance?order=XB20261121000018",
                "继续填写",
                false,
                null);
    }

    static RowView returnedRow() {
        return new RowView(
                "XB20261120000003",
                "新办",
                "衢州",
                "测试建设有限公司",
                "",
                "审核不通过（退回修改）",
                "amber",
                "营业执照：不清晰，无法辨认",
                "申请人",
                "2026-11-20 09:02",
                "/orders/XB20261120000003",
                "去修改",
                false,
                null);
    }

    static Map<String, Object> orders(List<RowView> rows) {
        return Map.of(
                "tabs",
                Arrays.stream(Tab.values())
                        .map(tab -> new TabView(tab.name(), tab.ordinal() % 3))
                        .toList(),
                "filter",
                new ListForm("ALL", "", "", "", "", ""),
                "lines",
                Arrays.stream(BusinessLine.values()).map(BusinessLine::slug).toList(),
                "rows",
                rows,
                "total",
                23L,
                "page",
                1,
                "pages",
                3L,
                "payable",
                true);
    }
}
