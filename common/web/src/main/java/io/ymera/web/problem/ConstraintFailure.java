package io.ymera.web.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What Bean Validation found, as JSON pointers in the body's own snake_case. A parameter that is no body (query, path) has
 * no pointer; its name leads the message.
 */
final class ConstraintFailure {

    private ConstraintFailure() {}

    static Failure of(ConstraintViolationException e) {
        boolean ourFault = e.getConstraintViolations().stream().anyMatch(ConstraintFailure::isInAnswer);
        if (ourFault) {
            return Failure.of(
                    ErrorCode.INTERNAL_ERROR, "Something went wrong here. The trace id finds it in our logs.");
        }
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(ConstraintFailure::violation)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
                .toList();
        return Failure.of(ErrorCode.VALIDATION_FAILED, "The request is not valid; see errors.", violations);
    }

    private static boolean isInAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PARAMETER, CROSS_PARAMETER -> parameter = node.getName() == null ? "" : node.getName();
                case PROPERTY, CONTAINER_ELEMENT, BEAN -> append(pointer, node);
                default -> {
                    // METHOD and CONSTRUCTOR are names in our code, not in the body
                }
            }
        }
        return pointer.isEmpty() && !parameter.isEmpty()
                ? new Violation("", snakeCase(parameter) + ": " + violation.getMessage())
                : new Violation(pointer.toString(), violation.getMessage());
    }

    /** An index or key belongs to the container, whose name is already there. */
    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(JsonFailure.escape(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(JsonFailure.escape(snakeCase(node.getName())));
        }
    }

    private static String snakeCase(String name) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
    }
}
