package org.keyway.crash;

import jakarta.servlet.Filter;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.h2.tools.Server;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * What the harness adds to the application: names for units of work, a probe at every commit, a clock that goes on
 * where the last life ended, keys that stay broken. No stereotype on it, so that only {@link MortalKeyway} knows it.
 */
class Mortality {

    @Bean
    Death death() {
        return new Death();
    }

    @Bean
    TransactionExecutionListener probe(Death death) {
        return new Probe(death);
    }

    @Bean
    ProcessEnginePlugin names(Death death) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPostCommandInterceptorsTxRequired(List.of(new CommandNames(death)));
            }
        };
    }

    /** Behind the sign-in: it changes nothing, and who dies in it would keep others of the same account from it. */
    @Bean
    FilterRegistrationBean<Filter> requestNames(Death death) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new RequestNames(death));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    @Bean
    static Continuity continuity() {
        return new Continuity();
    }

    @Bean
    Turns turns() {
        return new Turns();
    }

    /** Lets the harness look into the H2 database that the application holds open. */
    @Bean(destroyMethod = "stop")
    Server window(Environment environment) throws SQLException {
        String port = environment.getProperty("crash.h2-port");
        return port == null
                ? new Server()
                : Server.createTcpServer("-tcpPort", port, "-ifExists").start();
    }
}
