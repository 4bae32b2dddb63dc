package org.keyway.portal;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;
import org.keyway.portal.ProblemJson.Fault;
import org.keyway.shared.Problem;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says in Chinese what an exception means to the person who asked; nothing of its own text leaves the server. */
@Component
public class ProblemTexts {

    private final Wording wording;

    ProblemTexts(Wording wording) {
        this.wording = wording;
    }

    /** The problem detail of any exception. */
    public ProblemJson of(Throwable failure) {
        Optional<Problem> problem = problemIn(failure);
        if (problem.isPresent()) {
            return ofProblem(problem.get());
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable.getMostSpecificCause() instanceof UnrecognizedPropertyException unknown
                    ? of(400, "portal.problem.unknown-field", unknown.getPropertyName())
                    : of(400, "portal.problem.json");
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return of(413, "portal.problem.too-large");
        }
        return ofRequest(failure);
    }

    /** Everything that stood in the way, a line each, for a page. */
    public List<String> lines(Problem problem) {
        ProblemJson said = ofProblem(problem);
        return said.errors().isEmpty()
                ? List.of(said.detail())
                : said.errors().stream().map(Fault::message).toList();
    }

    private ProblemJson ofRequest(Throwable failure) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return of(400, "portal.problem.type", mismatch.getName());
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return of(400, "portal.problem.missing", missing.getParameterName());
        }
        if (failure instanceof MissingServletRequestPartException missing) {
            return of(400, "portal.problem.missing", missing.getRequestPartName());
        }
        if (failure instanceof MultipartException) {
            return of(400, "portal.problem.multipart");
        }
        if (failure instanceof ConcurrencyFailureException) {
            return of(409, "portal.problem.conflict");
        }
        if (failure instanceof AccessDeniedException) {
            return of(403, "portal.problem.forbidden");
        }
        return failure instanceof ErrorResponse response
                ? ofStatus(response.getStatusCode().value())
                : ofStatus(500);
    }

    /** The problem detail of a bare status. */
    public ProblemJson ofStatus(int status) {
        return switch (status) {
            case 401 -> of(401, "portal.problem.unauthorized");
            case 403 -> of(403, "portal.problem.forbidden");
            case 404 -> of(404, "portal.problem.not-found");
            case 405 -> of(405, "portal.problem.method");
            case 406 -> of(406, "portal.problem.accept");
            case 413 -> of(413, "portal.problem.too-large");
            case 415 -> of(415, "portal.problem.media");
            default ->
                of(
                        status >= 400 && status < 500 ? 400 : 500,
                        status >= 400 && status < 500 ? "portal.problem.json" : "portal.problem.internal");
        };
    }

    private ProblemJson ofProblem(Problem problem) {
        List<Fault> faults = problem.errors().stream()
                .map(error -> new Fault(error.field(), wording.text(error.code(), error.arguments())))
                .toList();
        String detail = wording.text(problem.code(), problem.arguments());
        return new ProblemJson(
                "urn:keyway:problem:" + problem.code(), title(problem.status()), problem.status(), detail, faults);
    }

    private ProblemJson of(int status, String code, Object... arguments) {
        return new ProblemJson(
                "urn:keyway:problem:" + code, title(status), status, wording.text(code, arguments), List.of());
    }

    private String title(int status) {
        return wording.text("problem.title." + status);
    }

    private static Optional<Problem> problemIn(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 12; depth++) {
            if (at instanceof Problem problem) {
                return Optional.of(problem);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
