package org.keyway.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keyway.payment.BillLine;
import org.keyway.payment.GatewayFailure;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.RefundStatus;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;

/** WeChat Pay native: prepay, query, close, refund and AES-GCM notices (API v3). */
class WechatGateway implements PaymentGateway {

    private final WechatSettings settings;
    private final WechatNotices notices;
    private final NativePayService payments;
    private final RefundService refunds;
    private final HttpClient http;
    private final BillDownloadService bills;
    private final String notifyUrl;

    WechatGateway(WechatSettings settings, String publicUrl, Clock clock) {
        this.settings = settings;
        this.notices = new WechatNotices(settings, clock);
        this.notifyUrl = publicUrl + "/api/payments/notifications/" + provider();
        RSAPublicKeyConfig config = config(settings);
        this.http = new WechatHttp(config, URI.create(settings.serverUrl()));
        this.payments = new NativePayService.Builder().httpClient(http).build();
        this.refunds = new RefundService.Builder().httpClient(http).build();
        this.bills = new BillDownloadService.Builder()
                .httpClient(http)
                .decryptor(config.createDecryptor())
                .build();
    }

    @Override
    public String provider() {
        return "wechat";
    }

    @Override
    public Set<PaymentMethod> methods() {
        return Set.of(PaymentMethod.WECHAT);
    }

    @Override
    public String open(Attempt attempt) {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(settings.appId());
        request.setMchid(settings.merchantId());
        request.setDescription((settings.description() + " " + attempt.orderNo()).strip());
        request.setOutTradeNo(attempt.paymentNo());
        request.setNotifyUrl(notifyUrl);
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(attempt.amountCents()));
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return call("prepay", () -> payments.prepay(request)).getCodeUrl();
    }

    @Override
    public Trade query(String paymentNo) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(settings.merchantId());
        request.setOutTradeNo(paymentNo);
        return call("query", () -> {
            try {
                Transaction answer = payments.queryOrderByOutTradeNo(request);
                return WechatNotices.trade(answer);
            } catch (ServiceException e) {
                if (e.getHttpStatusCode() == 404) {
                    return Trade.of(Trade.State.UNKNOWN);
                }
                throw e;
            }
        });
    }

    @Override
    public void close(String paymentNo) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(settings.merchantId());
        request.setOutTradeNo(paymentNo);
        call("close", () -> {
            try {
                payments.closeOrder(request);
            } catch (ServiceException e) {
                if (e.getHttpStatusCode() != 404 && !"ORDER_CLOSED".equals(e.getErrorCode())) {
                    throw e;
                }
            }
            return paymentNo;
        });
    }

    @Override
    public RefundStatus refund(RefundCall call) {
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(call.paymentNo());
        request.setOutRefundNo(call.refundNo());
        AmountReq amount = new AmountReq();
        amount.setRefund(call.amountCents());
        amount.setTotal(call.paidCents());
        amount.setCurrency("CNY");
        request.setAmount(amount);
        return call("refund", () -> {
            try {
                return WechatNotices.refund(refunds.create(request).getStatus());
            } catch (ServiceException e) {
                if (e.getHttpStatusCode() == 400 || e.getHttpStatusCode() == 403 || e.getHttpStatusCode() == 404) {
                    return RefundStatus.REFUSED;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<List<BillLine>> bill(LocalDate day) {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        return Optional.of(call("bill", () -> {
            try {
                return WechatBills.download(http, bills.getTradeBill(request));
            } catch (ServiceException e) {
                if ("NO_STATEMENT_EXIST".equals(e.getErrorCode())) {
                    return List.of();
                }
                throw e;
            }
        }));
    }

    @Override
    public NoticeReading read(Notice notice) {
        return notices.read(notice);
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        String body = accepted ? "{\"code\":\"SUCCESS\"}" : "{\"code\":\"FAIL\",\"message\":\"refused\"}";
        return new NoticeAnswer(accepted ? 200 : 400, "application/json", body);
    }

    private <T> T call(String operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new GatewayFailure(provider(), operation, e);
        }
    }

    private static RSAPublicKeyConfig config(WechatSettings settings) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(settings.merchantId())
                .merchantSerialNumber(settings.merchantSerial())
                .privateKey(settings.privateKey())
                .apiV3Key(settings.apiV3Key())
                .publicKeyId(settings.publicKeyId())
                .publicKey(settings.publicKey())
                .build();
    }
}
