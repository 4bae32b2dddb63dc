package org.keyway.portal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.springframework.stereotype.Component;

/** Names of the cities in the decision tables. */
@Component
public class Cities {

    private final PolicyTables policies;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Cities(PolicyTables policies) {
        this.policies = policies;
    }

    /** The city's name; the code when no table knows it. */
    public String name(String region) {
        return names.computeIfAbsent(region, code -> policies.region(BusinessLine.NEW_ISSUANCE, code)
                .map(RegionPolicy::city)
                .orElse(code));
    }

    /** The cities that offer a line, in table order. */
    public List<RegionPolicy> of(BusinessLine line) {
        return policies.regions(line);
    }
}
