package org.keyway.process.engine;

import java.util.stream.Collectors;
import org.keyway.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says a {@link Problem} in one Chinese paragraph, for places that show plain text such as Tasklist. */
@Component
class ProblemTexts {

    private final MessageSourceAccessor wording;

    ProblemTexts(MessageSource wording) {
        this.wording = new MessageSourceAccessor(wording);
    }

    String of(String code, Object... arguments) {
        return wording.getMessage(code, arguments, code);
    }

    String of(Problem problem) {
        String details = problem.errors().stream()
                .map(error -> of(error.code(), error.arguments()))
                .collect(Collectors.joining(" "));
        return details.isEmpty() ? of(problem.code(), problem.arguments()) : details;
    }
}
