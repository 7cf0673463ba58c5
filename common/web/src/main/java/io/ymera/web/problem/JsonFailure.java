package io.ymera.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.ymera.contracts.Json;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a Jackson exception means to the client: text that is no JSON is malformed (400) and placed by line and column; a
 * document that does not fit is invalid (422) and placed by a JSON pointer. No Java name ever shows.
 */
final class JsonFailure {

    private JsonFailure() {}

    static Failure of(JacksonException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof InputCoercionException) {
                return invalid(thrown, "must be a number in range");
            }
            if (t instanceof StreamReadException || t instanceof StreamConstraintsException) {
                return malformed((JacksonException) t);
            }
        }
        return switch (thrown) {
            case InvalidDefinitionException e ->
                Failure.of(ErrorCode.INTERNAL_ERROR, "Something went wrong here. The trace id finds it in our logs.");
            case MismatchedInputException e when e.getOriginalMessage().startsWith("Trailing token") -> malformed(e);
            case JsonMappingException e -> invalid(e, message(e));
            default -> malformed(thrown);
        };
    }

    private static Failure malformed(JacksonException e) {
        JsonLocation location = e.getLocation();
        String where =
                location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
        return Failure.of(ErrorCode.MALFORMED_REQUEST, "The body is not valid JSON" + where + ".");
    }

    private static Failure invalid(JacksonException e, String message) {
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
        return Failure.of(ErrorCode.VALIDATION_FAILED, Failure.INVALID_BODY, List.of(new Violation(pointer, message)));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : escape(r.getFieldName()))
                .map("/"::concat)
                .collect(Collectors.joining());
    }

    /** RFC 6901, section 3. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String message(JsonMappingException thrown) {
        return switch (thrown) {
            case ValueInstantiationException e -> rejection(e.getCause());
            case UnrecognizedPropertyException e -> unknown(e);
            case MismatchedInputException e -> "must be " + kind(e.getTargetType());
            default -> rejection(thrown.getCause());
        };
    }

    private static String unknown(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", ", "is not known here; known are ", ""));
    }

    /** The words of a record's own check; a helpful-NullPointerException text is the JVM's and talks of code. */
    private static String rejection(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        boolean ours = cause instanceof IllegalArgumentException || cause instanceof NullPointerException;
        return !ours || message == null || message.startsWith("Cannot ") ? "is not valid" : message;
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> EnumNames.MAPPER.convertValue(constant, String.class))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number in range";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an RFC 3339 time";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray()
                ? "an array"
                : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a valid value";
    }

    /** Loaded only when an enum is to be named. */
    private static final class EnumNames {
        static final ObjectMapper MAPPER = Json.mapper();
    }
}
