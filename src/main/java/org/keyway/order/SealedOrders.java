package org.keyway.order;

import java.util.List;
import java.util.Map;
import org.keyway.shared.ColumnRewrite;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ID numbers in orders that were filed before they were sealed. */
@Configuration(proxyBeanMethods = false)
class SealedOrders {

    @Bean
    ColumnRewrite ordersAreSealed(StoredFields stored) {
        return new ColumnRewrite(
                "44.1", "application_order", List.of("order_no"), "fields", Map.of("fields", stored::renewed));
    }
}
