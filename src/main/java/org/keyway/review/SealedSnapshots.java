package org.keyway.review;

import java.util.List;
import java.util.Map;
import org.keyway.order.StoredFields;
import org.keyway.shared.ColumnRewrite;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ID numbers in the snapshots of rounds that were kept before they were sealed. */
@Configuration(proxyBeanMethods = false)
class SealedSnapshots {

    @Bean
    ColumnRewrite snapshotsAreSealed(StoredFields stored) {
        return new ColumnRewrite(
                "44.2", "review_snapshot", List.of("order_no", "round"), "fields", Map.of("fields", stored::renewed));
    }
}
