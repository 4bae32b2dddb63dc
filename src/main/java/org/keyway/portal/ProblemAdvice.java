package org.keyway.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure: machines get problem details, people get a page; both in Chinese, never a stack trace. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<Integer> OWN_PAGES = Set.of(403, 404, 500);

    private final ProblemTexts texts;
    private final ViewerAdvice viewers;

    ProblemAdvice(ProblemTexts texts, ViewerAdvice viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception failure, HttpServletRequest request) {
        ProblemJson problem = texts.of(failure);
        if (problem.status() >= 500) {
            LOG.error("{} failed", request.getMethod(), failure);
        }
        return isMachine(request.getRequestURI()) ? json(problem) : page(problem, request);
    }

    private static ResponseEntity<ProblemJson> json(ProblemJson problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ModelAndView page(ProblemJson problem, HttpServletRequest request) {
        String view = OWN_PAGES.contains(problem.status()) ? "error/" + problem.status() : "error";
        Map<String, Object> model = Map.of("viewer", viewers.viewer(request), "detail", problem.detail());
        return new ModelAndView(view, model, HttpStatus.valueOf(problem.status()));
    }

    private static boolean isMachine(String path) {
        return path.startsWith("/api/") || path.startsWith("/sandbox/") || path.startsWith("/pki/");
    }
}
