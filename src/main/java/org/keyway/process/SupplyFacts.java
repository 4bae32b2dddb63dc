package org.keyway.process;

import org.camunda.bpm.engine.TaskService;
import org.keyway.order.BusinessLine;
import org.keyway.ukey.StockTaking;
import org.springframework.context.annotation.Lazy;

/** What the daily look at the stock asks. */
@DiagramBean("supplies")
public class SupplyFacts {

    private final DecisionTables tables;
    private final StockTaking stock;
    private final TaskService tasks;

    SupplyFacts(DecisionTables tables, StockTaking stock, @Lazy TaskService tasks) {
        this.tables = tables;
        this.stock = stock;
        this.tasks = tasks;
    }

    /** Whether a model has too few blank keys and nobody has been asked to see to it yet. */
    public boolean isRestockDue() {
        long level = Long.parseLong(
                tables.term(BusinessLine.NEW_ISSUANCE, "", "stockLevel").orElseThrow());
        return stock.levels().stream().anyMatch(model -> model.blank() < level)
                && tasks.createTaskQuery()
                                .processDefinitionKey("stock-alert")
                                .taskDefinitionKey("Task_Restock")
                                .count()
                        == 0;
    }
}
