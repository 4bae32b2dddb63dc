package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.shared.Problem;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts(new Wording(bundles()));

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("password=hunter2 at org.keyway.Secret"),
                new HttpRequestMethodNotSupportedException("PUT"),
                new NoResourceFoundException(HttpMethod.GET, "nope"),
                new MaxUploadSizeExceededException(1),
                new MultipartException("broken"),
                new AccessDeniedException("no"),
                new OptimisticLockingFailureException("row changed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void nothingOfAnExceptionLeavesTheServer(Throwable failure) {
        ProblemJson problem = texts.of(failure);
        assertThat(problem.title()).containsPattern("\\p{IsHan}").doesNotContain("problem.");
        assertThat(problem.detail()).containsPattern("\\p{IsHan}").doesNotContainPattern("[A-Za-z]{6,}");
        assertThat(problem.status()).isBetween(400, 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503})
    void everyStatusHasATitle(int status) {
        assertThat(bundles().getMessage("problem.title." + status, null, java.util.Locale.CHINA))
                .isNotBlank();
    }

    @Test
    void aProblemInsideAnEngineExceptionIsStillTheProblem() {
        Problem cause = Problem.invalid(List.of(new Problem.FieldError("uscc", "portal.problem.type", "uscc")));
        ProblemJson problem = texts.of(new RuntimeException("engine", new RuntimeException(cause)));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(ProblemJson.Fault::field).containsExactly("uscc");
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setBasenames("messages/order", "messages/portal");
        return bundles;
    }
}
