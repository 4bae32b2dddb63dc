package org.keyway.order;

import java.time.Instant;

/** One order in a list. */
public record CaseRow(
        String orderNo,
        String line,
        String region,
        String applicant,
        String subjectName,
        String handlerName,
        OrderStatus status,
        String waitingGroup,
        String waitingStep,
        Instant waitingSince,
        Instant waitingDue,
        Long feeCents,
        String waybillNo,
        String defectText,
        Instant createdAt,
        Instant updatedAt) {}
