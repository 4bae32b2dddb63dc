package org.keyway.subscriber;

import java.util.List;
import java.util.Map;
import org.keyway.shared.ColumnRewrite;
import org.keyway.shared.SealedText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ID numbers of individuals who registered before they were sealed. */
@Configuration(proxyBeanMethods = false)
class SealedIdentities {

    static final String PURPOSE = "subscriber-identity";

    @Bean
    ColumnRewrite identitiesAreSealed(SealedText sealed) {
        return new ColumnRewrite(
                "44.3",
                "subscriber_identity",
                List.of("account"),
                "id_number",
                Map.of("id_number", sealed::seal, "id_index", text -> sealed.index(PURPOSE, text)));
    }
}
