package org.keyway.process.engine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds the index that every task completion needs and Camunda lacks (at 100,000 open tasks: 14 to 66 ms without, 0.06 ms
 * with). It runs after the engine made its tables, which Flyway knows nothing of.
 */
@Component
@Order(0)
class EngineIndexes implements ApplicationRunner {

    private final JdbcClient jdbc;

    EngineIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("create index if not exists keyway_idx_task_parent on act_ru_task (parent_task_id_)")
                .update();
    }
}
