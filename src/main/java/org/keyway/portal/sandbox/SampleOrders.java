package org.keyway.portal.sandbox;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keyway.document.Documents;
import org.keyway.document.PaperImages;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.RequiredDocument;
import org.keyway.order.Requirements;
import org.keyway.order.material.Materials;
import org.keyway.order.material.Upload;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files complete applications for new issuance as an applicant would, in the cities that review before payment. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SampleOrders {

    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    private static final int SCREEN_DPI = 72;

    private final OrderService orders;
    private final PolicyTables policies;
    private final Materials materials;
    private final Documents documents;
    private final PaperImages images;
    private final TransactionTemplate transaction;
    private final SampleFields samples = SampleFields.read();
    private Map<String, byte[]> scans;

    SampleOrders(
            OrderService orders,
            PolicyTables policies,
            Materials materials,
            Documents documents,
            PaperImages images,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.policies = policies;
        this.materials = materials;
        this.documents = documents;
        this.images = images;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Files {@code count} orders in one transaction: a commit for each step of each would cost more than the steps. */
    void file(int first, int count) {
        transaction.executeWithoutResult(
                status -> IntStream.range(first, first + count).forEach(this::file));
    }

    /** Drafts, completes and submits the order of this number; the process takes it from there. */
    String file(int number) {
        List<RegionPolicy> cities = policies.regions(BusinessLine.NEW_ISSUANCE).stream()
                .filter(city -> city.payTiming().equals("AFTER_REVIEW") && !city.stampedAfterSubmission())
                .toList();
        RegionPolicy city = cities.get(number % cities.size());
        Fields plain = samples.of(number, city);
        Requirements needs = orders.requirements(BusinessLine.NEW_ISSUANCE, city.region(), plain);
        List<String> consents = needs.consents().stream().map(Consent::mark).toList();
        Order order = orders.draft(
                samples.account(),
                samples.account(),
                BusinessLine.NEW_ISSUANCE,
                city.region(),
                plain.with(new Fields(Map.of("consents", consents))));
        needs.documents().stream().filter(RequiredDocument::required).forEach(paper -> add(order, paper));
        orders.submit(order.orderNo(), samples.account());
        return order.orderNo();
    }

    private void add(Order order, RequiredDocument paper) {
        String format = paper.formats().contains(PDF) ? PDF : PNG;
        byte[] scan = scans(order).get(format);
        String name = paper.type() + (format.equals(PDF) ? ".pdf" : ".png");
        materials.add(new Upload(
                order.orderNo(),
                samples.account(),
                order.round(),
                paper.type(),
                name,
                new ByteArrayInputStream(scan),
                paper.formats()));
    }

    /** The printed form of the first order, as file and as picture, stands for every paper. */
    private synchronized Map<String, byte[]> scans(Order order) {
        if (scans == null) {
            byte[] sheet = documents.render("application-form", order, Map.of());
            scans = Map.of(PDF, sheet, PNG, images.png(sheet, PDF, 1, SCREEN_DPI));
        }
        return scans;
    }
}
