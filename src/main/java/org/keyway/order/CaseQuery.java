package org.keyway.order;

import java.time.LocalDate;
import java.util.List;

/**
 * What to list; null or empty means no restriction.
 *
 * @param applicant only this account's orders; null for staff
 * @param text part of the order number, organisation or handler name
 * @param page 0-based
 * @param size rows per page, 1 to 200
 */
public record CaseQuery(
        String applicant,
        List<OrderStatus> statuses,
        BusinessLine line,
        String text,
        LocalDate from,
        LocalDate to,
        int page,
        int size) {}
