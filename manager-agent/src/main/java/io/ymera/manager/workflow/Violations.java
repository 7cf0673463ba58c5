package io.ymera.manager.workflow;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a definition, so that its author is told everything at once. */
final class Violations {

    /** So that an answer stays readable. */
    private static final int MOST = 50;

    private final List<Violation> found = new ArrayList<>();

    /** @param at an RFC 6901 JSON pointer into the request */
    void add(String at, String message) {
        if (found.size() < MOST) {
            found.add(new Violation(at, message));
        }
    }

    void addAll(List<Violation> violations) {
        violations.forEach(violation -> add(violation.pointer(), violation.message()));
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    /** @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if something was found */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ApiException(
                    ErrorCode.VALIDATION_FAILED, "The workflow can't be run as it is defined; see errors.", found);
        }
    }

    /** The JSON pointer of member {@code name} of what stands at {@code at}; RFC 6901, section 3. */
    static String below(String at, String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
