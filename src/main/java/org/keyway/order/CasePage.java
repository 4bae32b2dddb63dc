package org.keyway.order;

import java.util.List;

/** One page of a list and how many rows there are in all. */
public record CasePage(List<CaseRow> rows, long total, int page, int size) {}
