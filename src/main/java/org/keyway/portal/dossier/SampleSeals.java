package org.keyway.portal.dossier;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.Optional;
import org.keyway.certificate.ScannedSeals;
import org.keyway.certificate.SealInk;
import org.keyway.document.SealScans;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.material.Attachment;
import org.keyway.order.material.Materials;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The seal on the newest seal-sample sheet of an order, where the city wants that one and not a drawn one. */
@Component
public class SampleSeals implements ScannedSeals {

    private static final String SHEET = "seal-sample";

    private final OrderService orders;
    private final PolicyTables tables;
    private final Materials materials;
    private final SealScans scans;

    SampleSeals(@Lazy OrderService orders, @Lazy PolicyTables tables, Materials materials, SealScans scans) {
        this.orders = orders;
        this.tables = tables;
        this.materials = materials;
        this.scans = scans;
    }

    @Override
    public Optional<BufferedImage> of(String orderNo) {
        Order order = orders.find(orderNo);
        boolean drawn = tables.term(order.line(), order.region(), "sealPicture")
                .filter("DRAWN"::equals)
                .isPresent();
        return drawn
                ? Optional.empty()
                : materials.of(orderNo).stream()
                        .filter(paper -> paper.type().equals(SHEET))
                        .max(Comparator.comparingInt(Attachment::round).thenComparing(Attachment::uploadedAt))
                        .flatMap(this::cleaned);
    }

    /** The cleaned seal of one sheet; empty for another paper, or one without a clear seal. */
    public Optional<byte[]> preview(Attachment paper) {
        return paper.type().equals(SHEET) ? cleaned(paper).map(SealInk::png) : Optional.empty();
    }

    private Optional<BufferedImage> cleaned(Attachment paper) {
        return scans.cleaned(materials.content(paper), paper.mediaType(), paper.pages(), SealInk.SIZE);
    }
}
