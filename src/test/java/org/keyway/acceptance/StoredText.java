package org.keyway.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches every table for a value, as text and as bytes of text; the sandbox's own post is left out. */
public final class StoredText {

    private StoredText() {}

    /** Columns that hold the value. */
    public static List<String> places(JdbcClient jdbc, String value) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : columns(jdbc)) {
            String field = "\"" + column.get("COLUMN_NAME") + "\"";
            String from = " from \"" + column.get("TABLE_NAME") + "\" where ";
            boolean bytes = column.get("DATA_TYPE").toString().contains("BINARY");
            boolean hit = bytes
                    ? jdbc.sql("select " + field + from + field + " is not null").query(byte[].class).list().stream()
                            .anyMatch(content -> new String(content, StandardCharsets.UTF_8).contains(value))
                    : jdbc.sql("select count(*)" + from + "position(cast(? as varchar) in " + field + ") > 0")
                                    .param(value)
                                    .query(Long.class)
                                    .single()
                            > 0;
            if (hit) {
                found.add(column.get("TABLE_NAME") + "." + column.get("COLUMN_NAME"));
            }
        }
        return found;
    }

    private static List<Map<String, Object>> columns(JdbcClient jdbc) {
        return jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'PUBLIC' and lower(table_name) not like 'sandbox%'
                          and (data_type like '%CHARACTER%' or data_type like '%BINARY%')""").query().listOfRows();
    }
}
