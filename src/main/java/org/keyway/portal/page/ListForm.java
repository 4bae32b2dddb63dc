package org.keyway.portal.page;

import java.util.Map;

/** What stands in the search form of a list. */
record ListForm(String tab, String q, String line, String status, String from, String to) {

    static ListForm of(Map<String, String> query, String tab) {
        return new ListForm(
                tab,
                query.getOrDefault("q", ""),
                query.getOrDefault("line", ""),
                query.getOrDefault("status", ""),
                query.getOrDefault("from", ""),
                query.getOrDefault("to", ""));
    }
}
