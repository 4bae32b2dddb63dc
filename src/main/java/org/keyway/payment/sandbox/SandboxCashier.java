package org.keyway.payment.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;
import org.keyway.shared.Problem;
import org.keyway.shared.sandbox.SandboxKey;
import org.keyway.shared.sandbox.SandboxPost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/** What the payer and the sandbox provider do next; the notice travels by HTTP to the public endpoint. */
@Service
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxCashier {

    private enum Outcome {
        PAID,
        REFUSED
    }

    private enum Forge {
        NONE,
        SIGNATURE,
        AMOUNT,
        APP
    }

    private static final String PATH = "/api/payments/notifications/" + SandboxGateway.PROVIDER;

    private final SandboxBooks books;
    private final SandboxGateway gateway;
    private final SandboxPost post;
    private final SandboxMode mode;

    SandboxCashier(SandboxBooks books, SandboxGateway gateway, SandboxPost post, SandboxMode mode) {
        this.books = books;
        this.gateway = gateway;
        this.post = post;
        this.mode = mode;
    }

    /**
     * @param outcome PAID or REFUSED
     * @param repeat how often the notice is sent, 1 to 50
     * @param delaySeconds how long the notice is under way, 0 to 3600; 0 delivers before this call returns
     * @param forge NONE, or what is wrong: SIGNATURE, AMOUNT, APP; a forged notice moves no money at the provider
     */
    public void act(String paymentNo, String outcome, int repeat, int delaySeconds, String forge) {
        Outcome next = read(Outcome.class, outcome, "payment.sandbox.outcome");
        Forge lie = read(Forge.class, forge, "payment.sandbox.forge");
        if (repeat < 1 || repeat > 50 || delaySeconds < 0 || delaySeconds > 3600) {
            throw Problem.malformed("payment.sandbox.range");
        }
        Trade trade = books.find(paymentNo).orElseThrow(() -> Problem.notFound("payment.unknown"));
        if (lie == Forge.NONE) {
            if (trade.state() == Trade.State.PAID && next == Outcome.REFUSED) {
                throw Problem.conflict("payment.already-paid");
            }
            books.move(paymentNo, Trade.State.valueOf(next.name()));
            if (!mode.isUp("payment")) {
                return;
            }
        }
        Notice notice = notice(paymentNo, trade, next, lie);
        for (int i = 0; i < repeat; i++) {
            post.deliver(delaySeconds, () -> send(notice) || lie != Forge.NONE);
        }
    }

    private boolean send(Notice notice) {
        return post.post(PATH, notice.body(), notice.header("X-Sandbox-Signature"));
    }

    private Notice notice(String paymentNo, Trade trade, Outcome outcome, Forge forge) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("noticeId", paymentNo + "-" + outcome + (forge == Forge.NONE ? "" : "-" + forge));
        fields.put("appId", forge == Forge.APP ? "somebody-else" : SandboxGateway.APP_ID);
        fields.put("paymentNo", paymentNo);
        fields.put("amountCents", forge == Forge.AMOUNT ? 1 : trade.amountCents());
        fields.put("outcome", outcome.name());
        fields.put("tradeNo", trade.tradeNo());
        return gateway.write(fields, forge == Forge.SIGNATURE ? SandboxKey.in(null) : gateway.key());
    }

    private static <E extends Enum<E>> E read(Class<E> type, String text, String problem) {
        try {
            return Enum.valueOf(type, text == null ? "" : text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(problem);
        }
    }
}
