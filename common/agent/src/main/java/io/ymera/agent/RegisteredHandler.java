package io.ymera.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.agent.CapabilityDescriptor;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** A handler with what is needed to call it with JSON. */
final class RegisteredHandler {

    private final CapabilityDescriptor descriptor;
    private final TaskHandler<Object, Object> handler;
    private final JavaType parametersType;
    private final ObjectMapper json;
    private final Validator validator;

    RegisteredHandler(
            CapabilityDescriptor descriptor,
            TaskHandler<Object, Object> handler,
            JavaType parametersType,
            ObjectMapper json,
            Validator validator) {
        this.descriptor = descriptor;
        this.handler = handler;
        this.parametersType = parametersType;
        this.json = json;
        this.validator = validator;
    }

    CapabilityDescriptor descriptor() {
        return descriptor;
    }

    /**
     * Calls the handler.
     *
     * @param parameters JSON; read to its end and closed
     * @return what the handler returned
     * @throws TaskFailedException permanent, if the parameters are not what it takes; or what the handler threw
     */
    Object call(JsonParser parameters, TaskContext context) throws TaskFailedException, InterruptedException {
        return handler.handle(read(parameters), context);
    }

    private Object read(JsonParser parameters) throws TaskFailedException {
        Object value;
        try (parameters) {
            value = json.readValue(parameters, parametersType);
        } catch (JsonProcessingException e) {
            throw invalid(e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
        if (value == null) {
            throw invalid("they are null");
        }
        Set<ConstraintViolation<Object>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw invalid(violations.stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .sorted()
                    .limit(20)
                    .collect(Collectors.joining("; ")));
        }
        return value;
    }

    private TaskFailedException invalid(String why) {
        return TaskFailedException.permanent(
                "invalid_parameters", "The parameters are not what %s takes: %s".formatted(descriptor.name(), why));
    }
}
