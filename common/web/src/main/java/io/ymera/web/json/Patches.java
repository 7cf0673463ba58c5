package io.ymera.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Changes values by JSON Merge Patch (RFC 7396), as {@code PATCH} requests ask for it. Thread-safe. */
@Singleton
public class Patches {

    private final ObjectMapper json;
    private final Validator validator;

    Patches(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What {@code before} is after {@code patch}.
     *
     * @throws ApiException if the patch is no object
     * @return fails with {@link JsonProcessingException} or {@link ConstraintViolationException}, which clients see as 422, if that is
     *     no valid {@code type}
     */
    public <T> Uni<T> apply(T before, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw ApiException.invalid("", "must be an object with the members that are to change");
        }
        T changed;
        try {
            changed = json.treeToValue(MergePatch.apply(json.valueToTree(before), patch), type);
        } catch (JsonProcessingException e) {
            return Uni.createFrom().failure(e);
        }
        var violations = validator.validate(changed);
        return violations.isEmpty()
                ? Uni.createFrom().item(changed)
                : Uni.createFrom().failure(new ConstraintViolationException(violations));
    }
}
