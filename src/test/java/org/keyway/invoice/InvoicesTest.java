package org.keyway.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.OwnTransaction;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class InvoicesTest {

    private static final String ORDER = "XB20261121000017";
    private static final Fields FIELDS = new Fields(Map.of("invoiceType", "NORMAL", "invoiceTitle", "测试建设有限公司"));

    private final KeywayClock clock = new KeywayClock(event -> {});
    private final List<Object> heard = new ArrayList<>();
    private final FakePlatform platform = new FakePlatform();
    private Invoices invoices;
    private InvoiceRounds rounds;

    @BeforeEach
    void open() {
        DataSource data = InvoiceBench.database();
        InvoiceBook book = new InvoiceBook(JdbcClient.create(data), clock);
        Order order = mock(Order.class);
        when(order.fields()).thenReturn(FIELDS);
        OrderService orders = mock(OrderService.class);
        when(orders.find(any())).thenReturn(order);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
        context.register(OwnTransaction.class);
        context.refresh();
        var beans = new StaticListableBeanFactory(Map.of("platform", platform));
        invoices = new Invoices(book, heard::add);
        rounds = new InvoiceRounds(
                book,
                beans.getBeanProvider(InvoiceIssuer.class),
                orders,
                context.getBean(OwnTransaction.class),
                heard::add);
    }

    @Test
    void wantedOnlyWhenAskedFor() {
        assertThat(Invoices.isWanted(FIELDS)).isTrue();
        assertThat(Invoices.isWanted(new Fields(Map.of("invoiceType", "NONE")))).isFalse();
        assertThat(Invoices.isWanted(Fields.empty())).isFalse();
    }

    @Test
    void askedTwiceIsIssuedOnce() {
        ask();
        ask();
        round(5);
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.REQUESTED);
        platform.done = true;
        round(60);
        ask();
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice().number()).isEqualTo("N-" + ORDER + "F01");
        assertThat(invoices.pdf(ORDER)).isPresent();
        assertThat(platform.requests).hasSize(1);
        assertThat(heard).contains(new InvoiceAnswered(ORDER, true));
    }

    @Test
    void aPlatformThatStaysAwayIsGivenUpAndAskedAgainUnderTheSameNumber() {
        platform.broken = true;
        ask();
        for (int times = 0; times < 5; times++) {
            round(3600);
        }
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.FAILED);
        assertThat(invoice().reason()).isEqualTo("UNREACHABLE");
        assertThat(heard).contains(new InvoiceAnswered(ORDER, false));
        platform.broken = false;
        platform.done = true;
        ask();
        round(1);
        round(60);
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice().requestNo()).isEqualTo(ORDER + "F01");
    }

    @Test
    void whatThePlatformRefusesIsAskedAgainUnderANewNumber() {
        platform.refusing = true;
        ask();
        round(1);
        round(60);
        assertThat(invoice().reason()).isEqualTo("QUOTA");
        platform.refusing = false;
        platform.done = true;
        ask();
        round(1);
        round(60);
        assertThat(invoice().requestNo()).isEqualTo(ORDER + "F02");
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void whatTheyForgotIsSentAgain() {
        ask();
        round(1);
        platform.requests.clear();
        round(60);
        platform.done = true;
        round(60);
        round(60);
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void aRefundOfAnInvoicedOrderMakesOneRedLetter() {
        invoices.reverse(ORDER, 0);
        platform.done = true;
        ask();
        invoices.reverse(ORDER, 0);
        round(1);
        round(60);
        assertThat(platform.requests).hasSize(1);

        invoices.reverse(ORDER, 15000);
        invoices.reverse(ORDER, 15000);
        round(1);
        round(60);

        InvoiceIssuer.Demand red = platform.requests.get(ORDER + "F01R1");
        assertThat(red.amountCents()).isEqualTo(15000);
        assertThat(red.redOfNumber()).isEqualTo("N-" + ORDER + "F01");
        assertThat(invoice().status()).isEqualTo(InvoiceStatus.RED);
        invoices.reverse(ORDER, 0);
        round(1);
        assertThat(platform.requests.get(ORDER + "F01R2").amountCents()).isEqualTo(15000);
    }

    private void ask() {
        invoices.request(ORDER, FIELDS, 30000);
    }

    private Invoice invoice() {
        return invoices.of(ORDER).orElseThrow();
    }

    private void round(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        rounds.run();
    }

    private static final class FakePlatform implements InvoiceIssuer {
        final Map<String, Demand> requests = new HashMap<>();
        boolean done;
        boolean broken;
        boolean refusing;

        @Override
        public void request(Demand demand) {
            failWhenBroken();
            requests.putIfAbsent(demand.requestNo(), demand);
        }

        @Override
        public Answer query(String requestNo) {
            failWhenBroken();
            if (!requests.containsKey(requestNo)) {
                return new Unknown();
            }
            if (refusing) {
                return new Refused("QUOTA");
            }
            return done ? new Issued("N-" + requestNo, new byte[] {'%', 'P', 'D', 'F'}) : new Waiting();
        }

        private void failWhenBroken() {
            if (broken) {
                throw new InvoiceFailure("call", "HTTP 500");
            }
        }
    }
}
