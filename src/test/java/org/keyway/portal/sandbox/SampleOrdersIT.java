package org.keyway.portal.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.RunningKeyway;
import org.keyway.order.CaseStatistics;
import org.keyway.order.OrderService;
import org.keyway.portal.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The command that fills a demo, without leaving the JVM. */
@ExtendWith(OutputCaptureExtension.class)
class SampleOrdersIT extends RunningKeyway {

    @Autowired
    private ObjectProvider<SampleOrders> samples;

    @Autowired
    private OrderService orders;

    @Autowired
    private CaseStatistics statistics;

    @Autowired
    private Wording wording;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationArguments arguments;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void bringsOrdersToTheReviewer() throws Exception {
        long before = waiting();
        assertThat(command(samples).make(List.of("3"))).isZero();
        assertThat(waiting()).isEqualTo(before + 3);
    }

    @Test
    void everyOrderIsOfAnotherOrganisation() {
        long before = waiting();
        SampleOrders made = samples.getObject();
        String one = uscc(made.file(41));
        assertThat(uscc(made.file(42))).isNotEqualTo(one);
        Keyway.eventually(() -> waiting() == before + 2 ? true : null, () -> "both do not reach the reviewer");
    }

    @Test
    void refusesOutsideTheDemoAndSaysWhatToDo(CapturedOutput output) throws Exception {
        ObjectProvider<SampleOrders> none = new StaticListableBeanFactory().getBeanProvider(SampleOrders.class);
        assertThat(command(none).make(List.of("3"))).isEqualTo(2);
        assertThat(output).contains("只能在演示环境使用");
    }

    @Test
    void asksForASensibleCount(CapturedOutput output) throws Exception {
        for (List<String> wrong : List.of(List.<String>of(), List.of("0"), List.of("-1"), List.of("1e9"))) {
            assertThat(command(samples).make(wrong)).isEqualTo(2);
        }
        assertThat(output).contains("请写明要生成的订单数");
    }

    private SampleOrdersCommand command(ObjectProvider<SampleOrders> provider) {
        return new SampleOrdersCommand(provider, statistics, wording, clock, arguments, context);
    }

    private String uscc(String orderNo) {
        return orders.find(orderNo).fields().text("uscc").orElseThrow();
    }

    private long waiting() {
        return statistics.waiting().stream()
                .filter(step -> step.candidateGroup().equals("customer-service"))
                .mapToLong(CaseStatistics.Waiting::count)
                .sum();
    }
}
