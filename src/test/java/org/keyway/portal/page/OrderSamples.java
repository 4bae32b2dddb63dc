package org.keyway.portal.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyway.order.BusinessLine;
import org.keyway.order.OpenStep;
import org.keyway.order.OrderStatus;
import org.keyway.portal.FieldSection;
import org.keyway.portal.FieldSection.FieldText;
import org.keyway.portal.ReturnedTexts.ReturnedText;
import org.keyway.portal.page.CashierPage.PaymentPage;
import org.keyway.portal.page.KeyViews.CertificateRow;
import org.keyway.portal.page.KeyViews.KeyView;
import org.keyway.portal.page.MessagesPage.MessageRow;
import org.keyway.portal.page.OrderView.Ball;
import org.keyway.portal.page.OrderView.DocumentLink;
import org.keyway.portal.page.OrderView.Head;
import org.keyway.portal.page.OrderView.HistoryRow;
import org.keyway.portal.page.OrderView.InvoicePanel;
import org.keyway.portal.page.OrderView.PaperRow;
import org.keyway.portal.page.OrderView.ParcelPanel;
import org.keyway.portal.page.OrderView.PaymentPanel;
import org.keyway.portal.page.OrderView.RouteRow;
import org.keyway.portal.page.OrderView.TransferPanel;

/** Made-up data of an order, its key, its payment and its messages. */
final class OrderSamples {

    private OrderSamples() {}

    static OrderView order(OrderStatus status, String step) {
        boolean end = status.isEnd();
        List<OpenStep> steps = step == null
                ? List.of()
                : List.of(new OpenStep(
                        "t1", "XB20261121000017", step, stepName(step), null, "zhang", Instant.EPOCH, null));
        return new OrderView(
                new Head(
                        "XB20261121000017",
                        "new-issuance",
                        "新办",
                        "兰溪",
                        "测试建设有限公司",
                        status.name(),
                        PageRendering.wording().getMessage("status." + status, null, Locale.CHINA),
                        Tone.of(status),
                        "2026-11-21 10:12"),
                Milestones.of(BusinessLine.NEW_ISSUANCE, status, "WRITE", Optional.of(ApplicationSamples.policy())),
                end
                        ? null
                        : new Ball(
                                true,
                                "申请人",
                                step == null ? "" : stepName(step),
                                "2026-11-21 10:40",
                                "2026-11-28 10:40",
                                "3 小时"),
                steps,
                List.of(new ReturnedText("business-licence", "营业执照", "不清晰，无法辨认（右下角看不清）")),
                null,
                end ? new OrderView.Next("变更", "/apply/change?from=XB20261121000017") : null,
                List.of("SANDBOX", "ALIPAY", "WECHAT"),
                new PaymentPanel("¥300.00", "待支付", "amber", null, null, null),
                new TransferPanel(
                        "XB26112100001768",
                        "¥300.00",
                        "示例数字证书服务中心",
                        "6200000000000000017",
                        "示例银行测试支行",
                        8,
                        "XB20261121000018",
                        "实收 200 元，少 100 元"),
                new InvoicePanel("普通发票", "测试建设有限公司", "已开具", "green", "26332000000000000017", "/x.pdf", null),
                new ParcelPanel(
                        "顺丰速运",
                        "SF0000000000017",
                        "运输中",
                        List.of(
                                new RouteRow("2026-11-21 18:00", "绍兴", "快件已发往嵊州"),
                                new RouteRow("2026-11-21 15:00", "杭州", "已揽收"))),
                List.of(key()),
                List.of(
                        new HistoryRow("提交申请", "申请人本人", "2026-11-21 10:12", "2026-11-21 10:12", ""),
                        new HistoryRow("客服审核", "工作人员", "2026-11-21 10:12", "2026-11-21 10:40", "材料齐全，通过")),
                List.of(new FieldSection(
                        "单位信息", List.of(new FieldText("organizationName", "单位名称", "测试建设有限公司", null, false)))),
                List.of(new PaperRow("营业执照", "测试执照.pdf", "/x")),
                List.of(new DocumentLink("application-form", "申请表", "/x.pdf")),
                !end,
                false,
                false,
                step != null && (step.equals("Task_UploadStamped") || step.equals("Task_FixAddress")),
                Map.of("consigneeName", "张测试"));
    }

    static String stepName(String key) {
        return Map.of(
                        "Task_Pay",
                        "缴费",
                        "Task_CorrectApplication",
                        "修改重提",
                        "Task_WriteOwnKey",
                        "自助制证",
                        "Task_BindKey",
                        "绑定确认",
                        "Task_FixAddress",
                        "核对地址",
                        "Task_UnlockOwnKey",
                        "凭码解锁",
                        "Task_InsertKey",
                        "插入锁核对",
                        "Task_UploadStamped",
                        "上传盖章材料")
                .getOrDefault(key, key);
    }

    static KeyView key() {
        return new KeyView(
                "KW00000017",
                "KW-2048",
                "使用中",
                List.of(
                        new CertificateRow("签名证书", "测试建设有限公司", "5f3a9c", "2026-11-21", "2027-11-21", "有效"),
                        new CertificateRow("加密证书", "测试建设有限公司", "5f3a9d", "2026-11-21", "2027-11-21", "有效")),
                "2027-11-21",
                List.of("renewal", "change", "unlock"));
    }

    static PaymentPage payment(boolean open, boolean joint) {
        return new PaymentPage(
                "P1",
                joint ? null : "XB20261121000017",
                joint ? List.of(new CashierPage.Share("XB20261121000017", "¥300.00", "待支付", "amber")) : List.of(),
                "演示支付",
                "¥300.00",
                open,
                86_000,
                QrPicture.svg("keyway:P1"),
                open ? "待支付" : "已支付",
                "green",
                "支付成功，我们会继续为您办理。");
    }

    static Map<String, Object> joint() {
        return Map.of(
                "parts",
                List.of(
                        new JointPaymentPage.Part(ApplicationSamples.row(), "¥300.00"),
                        new JointPaymentPage.Part(ApplicationSamples.row(), "¥300.00"),
                        new JointPaymentPage.Part(ApplicationSamples.draftRow(), "")),
                "payable",
                List.of("XB20261121000017", "XB20261121000018"),
                "total",
                "¥600.00",
                "methods",
                List.of("SANDBOX", "BANK_TRANSFER"));
    }

    static List<MessageRow> messages() {
        return List.of(new MessageRow(
                true,
                "13800000001",
                "2026-11-21 10:40",
                "您好，张测试：您的办件 XB20261121000017 已通过审核，请登录锁业通完成缴费。",
                "XB20261121000017"));
    }
}
