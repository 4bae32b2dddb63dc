package org.keyway.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayDataDataserviceBillDownloadurlQueryResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.payment.BillLine;
import org.keyway.payment.GatewayFailure;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.RefundStatus;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;

/** Alipay: precreate, query, close, refund and signed notices (RSA2). */
class AlipayGateway implements PaymentGateway {

    private final AlipaySettings settings;
    private final AlipayNotices notices;
    private final AlipayClient client;
    private final String notifyUrl;

    AlipayGateway(AlipaySettings settings, String publicUrl) {
        if (settings.appId().isBlank() || settings.alipayPublicKey().isBlank()) {
            throw new IllegalStateException("Settings keyway.payment.alipay.app-id and alipay-public-key are needed");
        }
        this.settings = settings;
        this.notices = new AlipayNotices(settings);
        this.notifyUrl = publicUrl + "/api/payments/notifications/" + provider();
        AlipayLogger.setNeedEnableLogger(false); // it would log answers with the buyer's account
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(settings.serverUrl());
        config.setAppId(settings.appId());
        config.setPrivateKey(settings.privateKey());
        config.setAlipayPublicKey(settings.alipayPublicKey());
        config.setConnectTimeout(3000);
        config.setReadTimeout(10000);
        try {
            this.client = new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException("Settings keyway.payment.alipay.* are not usable", e);
        }
    }

    @Override
    public String provider() {
        return "alipay";
    }

    @Override
    public Set<PaymentMethod> methods() {
        return Set.of(PaymentMethod.ALIPAY);
    }

    @Override
    public String open(Attempt attempt) {
        AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(attempt.paymentNo());
        model.setTotalAmount(Yuan.text(attempt.amountCents()));
        model.setSubject((settings.subject() + " " + attempt.orderNo()).strip());
        AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
        request.setBizModel(model);
        request.setNotifyUrl(notifyUrl);
        return succeed("precreate", call("precreate", request)).getQrCode();
    }

    @Override
    public Trade query(String paymentNo) {
        AlipayTradeQueryModel model = new AlipayTradeQueryModel();
        model.setOutTradeNo(paymentNo);
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        AlipayTradeQueryResponse answer = call("query", request);
        if ("ACQ.TRADE_NOT_EXIST".equals(answer.getSubCode())) {
            return Trade.of(Trade.State.UNKNOWN);
        }
        succeed("query", answer);
        return new Trade(
                AlipayNotices.state(answer.getTradeStatus()), Yuan.cents(answer.getTotalAmount()), answer.getTradeNo());
    }

    @Override
    public void close(String paymentNo) {
        AlipayTradeCloseModel model = new AlipayTradeCloseModel();
        model.setOutTradeNo(paymentNo);
        AlipayTradeCloseRequest request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        AlipayResponse answer = call("close", request);
        if (!"ACQ.TRADE_NOT_EXIST".equals(answer.getSubCode())
                && !"ACQ.TRADE_STATUS_ERROR".equals(answer.getSubCode())) {
            succeed("close", answer);
        }
    }

    @Override
    public RefundStatus refund(RefundCall call) {
        AlipayTradeRefundModel model = new AlipayTradeRefundModel();
        model.setOutTradeNo(call.paymentNo());
        model.setOutRequestNo(call.refundNo());
        model.setRefundAmount(Yuan.text(call.amountCents()));
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        AlipayTradeRefundResponse answer = call("refund", request);
        if (answer.isSuccess()) {
            return RefundStatus.DONE;
        }
        if (answer.getSubCode() == null || answer.getSubCode().equals("ACQ.SYSTEM_ERROR")) {
            throw new GatewayFailure(provider(), "refund", String.valueOf(answer.getCode()));
        }
        return RefundStatus.REFUSED;
    }

    @Override
    public Optional<List<BillLine>> bill(LocalDate day) {
        AlipayDataDataserviceBillDownloadurlQueryModel model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType("trade");
        model.setBillDate(day.toString());
        AlipayDataDataserviceBillDownloadurlQueryRequest request =
                new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizModel(model);
        AlipayDataDataserviceBillDownloadurlQueryResponse answer = call("bill", request);
        if ("isp.bill_not_exist".equals(answer.getSubCode())) {
            return Optional.of(List.of());
        }
        return Optional.of(AlipayBills.download(succeed("bill", answer).getBillDownloadUrl()));
    }

    @Override
    public NoticeReading read(Notice notice) {
        return notices.read(notice);
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        return NoticeAnswer.text(accepted ? 200 : 400, accepted ? "success" : "failure");
    }

    private <T extends AlipayResponse> T call(String operation, AlipayRequest<T> request) {
        try {
            return client.execute(request);
        } catch (AlipayApiException | RuntimeException e) {
            throw new GatewayFailure(provider(), operation, e);
        }
    }

    private <T extends AlipayResponse> T succeed(String operation, T answer) {
        if (!answer.isSuccess()) {
            throw new GatewayFailure(provider(), operation, answer.getCode() + " " + answer.getSubCode());
        }
        return answer;
    }
}
