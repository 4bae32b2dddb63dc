package org.keyway.order;

import java.util.List;
import java.util.Optional;

/** The decision tables as the rest of the product asks them; implemented by {@code process}. */
public interface PolicyTables {

    /** The city's row for a line; empty when the city or the line in it is not offered. */
    Optional<RegionPolicy> region(BusinessLine line, String region);

    /** All cities that offer the line, in table order. */
    List<RegionPolicy> regions(BusinessLine line);

    /** Papers for this order as filled in so far. */
    List<RequiredDocument> documents(BusinessLine line, String region, Fields fields);

    /**
     * A term of the table {@code terms} for a line in a city: a time limit (ISO 8601 duration), a number or a word.
     *
     * @param name such as {@code renewalWindow}; empty when no row names it
     */
    Optional<String> term(BusinessLine line, String region, String name);

    /** The special services that a city offers, in table order. */
    List<SpecialService> services(String region);

    /** Share of the fee that goes back, in percent, for a reason at a stage such as {@code BEFORE_WRITING}. */
    int refundPercent(String reason, String stage);

    /** Fee in CNY cents; empty when no rule fits the fields. */
    Optional<Long> feeCents(BusinessLine line, String region, Fields fields);
}
