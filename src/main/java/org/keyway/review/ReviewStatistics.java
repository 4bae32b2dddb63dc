package org.keyway.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.order.ReturnedItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Why applications were sent back. */
@Service
public class ReviewStatistics {

    /** How often one coded reason was given. */
    public record ReturnReason(String code, long count) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReviewStatistics(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Reasons of all returns since then, the most frequent first. */
    public List<ReturnReason> returnReasons(Instant since) {
        Map<String, Long> counts = jdbc
                .sql("select defects from review_decision where decision = 'RETURN' and decided_at >= ?")
                .param(Timestamp.from(since))
                .query(String.class)
                .list()
                .stream()
                .flatMap(this::codes)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new ReturnReason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ReturnReason::count).reversed().thenComparing(ReturnReason::code))
                .toList();
    }

    private Stream<String> codes(String defects) {
        try {
            return Arrays.stream(json.readValue(defects, ReturnedItem[].class)).map(ReturnedItem::code);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored defects are not readable", e);
        }
    }
}
