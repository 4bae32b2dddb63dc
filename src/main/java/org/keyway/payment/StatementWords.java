package org.keyway.payment;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** How banks head the columns of a statement, from the message bundle. */
@Component
class StatementWords {

    private final MessageSourceAccessor wording;

    StatementWords(MessageSource wording) {
        this.wording = new MessageSourceAccessor(wording);
    }

    /** Headings of a column, the most telling first. */
    List<String> headings(String column) {
        return words("statement.column." + column);
    }

    /** Whether a line only adds up the others. */
    boolean isTotal(List<String> cells) {
        String first =
                cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        return words("statement.total").stream().anyMatch(first::startsWith);
    }

    /** Whether the mark says that money came in. */
    boolean isCredit(String mark) {
        return words("statement.mark.credit").contains(mark);
    }

    /** The first heading of a column, to name it in a complaint. */
    String name(String column) {
        return headings(column).get(0);
    }

    private List<String> words(String key) {
        return Arrays.asList(wording.getMessage(key).split(","));
    }
}
