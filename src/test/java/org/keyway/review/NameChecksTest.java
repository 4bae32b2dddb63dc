package org.keyway.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.order.Fields;
import org.keyway.review.Prechecks.Finding;

class NameChecksTest {

    @Test
    void widthOfBracketsAndSpacesDoNotMatter() {
        Fields fields = new Fields(Map.of("organizationName", "测试（嵊州）有限公司", "invoiceTitle", "测试(嵊州) 有限公司"));
        assertThat(NameChecks.ofInvoice(fields))
                .containsExactly(new Finding("invoiceTitle", "same-as-organization", true));
    }

    @Test
    void anotherPayerIsShown() {
        Fields fields = new Fields(Map.of(
                "organizationName", "测试建设有限公司",
                "uscc", "91330683MA0TE5T08D",
                "invoiceTitle", "样例工程咨询有限公司",
                "invoiceTaxNumber", "91330781MA0TE5T16G"));
        assertThat(NameChecks.ofInvoice(fields)).extracting(Finding::passed).containsExactly(false, false);
    }

    @Test
    void peopleWithoutOrganisationMayNameWhomTheyLike() {
        assertThat(NameChecks.ofInvoice(new Fields(Map.of("invoiceTitle", "钱个人"))))
                .isEmpty();
    }
}
