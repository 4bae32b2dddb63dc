package org.keyway.order;

import java.time.Instant;

/** One order in a list; {@code redirectLine} is the slug of the line where its applicant goes on, mostly null. */
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
        String redirectLine,
        Instant createdAt,
        Instant updatedAt) {}
