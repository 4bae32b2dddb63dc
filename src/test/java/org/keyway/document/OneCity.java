package org.keyway.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.RequiredDocument;
import org.keyway.order.SpecialService;

/** Decision tables with a single city, where everything costs 600 yuan. */
final class OneCity implements PolicyTables {

    @Override
    public Optional<RegionPolicy> region(BusinessLine line, String region) {
        List<String> none = List.of();
        Duration day = Duration.ofDays(1);
        return Optional.of(new RegionPolicy(
                region,
                "嵊州",
                true,
                none,
                "AFTER_REVIEW",
                "OPERATOR",
                none,
                none,
                none,
                "IMMEDIATE",
                3,
                day,
                day,
                day,
                day,
                day,
                day,
                false,
                ""));
    }

    @Override
    public List<RegionPolicy> regions(BusinessLine line) {
        return region(line, "330683").stream().toList();
    }

    @Override
    public List<RequiredDocument> documents(BusinessLine line, String region, Fields fields) {
        return List.of();
    }

    @Override
    public Optional<String> term(BusinessLine line, String region, String name) {
        return Optional.empty();
    }

    @Override
    public List<SpecialService> services(String region) {
        return List.of();
    }

    @Override
    public int refundPercent(String reason, String stage) {
        return 100;
    }

    @Override
    public Optional<Long> feeCents(BusinessLine line, String region, Fields fields) {
        return Optional.of(60_000L);
    }
}
