package org.keyway.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.keyway.invoice.InvoiceIssuer.Answer;
import org.keyway.invoice.InvoiceIssuer.Buyer;
import org.keyway.invoice.InvoiceIssuer.Demand;
import org.keyway.invoice.InvoiceIssuer.Issued;
import org.keyway.invoice.InvoiceIssuer.Refused;
import org.keyway.invoice.InvoiceIssuer.Unknown;
import org.keyway.invoice.InvoiceIssuer.Waiting;

/** What every tax platform must do, the sandbox as well as the real one. */
public abstract class InvoiceIssuerContract {

    protected static final String NUMBER = "XB20261121000017F01";

    protected abstract InvoiceIssuer issuer();

    /** The platform has done its work. */
    protected abstract void timePasses();

    /** The platform answers with errors from now on. */
    protected abstract void breakDown();

    @Test
    void takesARequestWorksAndIssues() {
        assertThat(issuer().query(NUMBER)).isInstanceOf(Unknown.class);
        issuer().request(demand("NORMAL", "91330683MA0TE5T08D", null));
        assertThat(issuer().query(NUMBER)).isInstanceOf(Waiting.class);
        timePasses();
        Issued issued = (Issued) issuer().query(NUMBER);
        assertThat(issued.number()).isNotBlank();
        assertThat(new String(issued.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void theSameRequestTwiceIsOneInvoice() {
        issuer().request(demand("NORMAL", "91330683MA0TE5T08D", null));
        issuer().request(demand("NORMAL", "91330683MA0TE5T08D", null));
        timePasses();
        Issued first = (Issued) issuer().query(NUMBER);
        issuer().request(demand("NORMAL", "91330683MA0TE5T08D", null));
        Answer second = issuer().query(NUMBER);
        assertThat(((Issued) second).number()).isEqualTo(first.number());
    }

    @Test
    void refusesASpecialInvoiceWithoutTaxNumber() {
        issuer().request(demand("SPECIAL", "", null));
        timePasses();
        assertThat(issuer().query(NUMBER)).isEqualTo(new Refused("TAX_NUMBER_MISSING"));
    }

    @Test
    void refusesATaxNumberWithAWrongCheckDigit() {
        issuer().request(demand("NORMAL", "91330683MA0TE5T08X", null));
        timePasses();
        assertThat(issuer().query(NUMBER)).isEqualTo(new Refused("TAX_NUMBER_INVALID"));
    }

    @Test
    void takesBackByRedLetter() {
        issuer().request(demand("NORMAL", "91330683MA0TE5T08D", "26332000000000000001"));
        timePasses();
        assertThat(issuer().query(NUMBER)).isInstanceOf(Issued.class);
    }

    @Test
    void aBrokenPlatformIsATechnicalFailure() {
        breakDown();
        assertThatThrownBy(() -> issuer().request(demand("NORMAL", "91330683MA0TE5T08D", null)))
                .isInstanceOf(InvoiceFailure.class);
        assertThatThrownBy(() -> issuer().query(NUMBER)).isInstanceOf(InvoiceFailure.class);
    }

    protected static Demand demand(String type, String taxNumber, String redOf) {
        Buyer buyer = new Buyer("测试建设有限公司", taxNumber, "", "", "", "", "zhang@example.test");
        return new Demand(NUMBER, "XB20261121000017", type, buyer, 30000, redOf);
    }
}
