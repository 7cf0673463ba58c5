package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.manager.workflow.Condition.All;
import io.ymera.manager.workflow.Condition.Any;
import io.ymera.manager.workflow.Condition.Equal;
import io.ymera.manager.workflow.Condition.Exists;
import io.ymera.manager.workflow.Condition.Greater;
import io.ymera.manager.workflow.Condition.Not;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions from JSON. What is wrong is noted, and something harmless returned in its place. */
final class ConditionReader {

    private static final String KINDS = "equals, greater_than, less_than, exists, all, any, not";
    private static final Condition PLACEHOLDER = new All(List.of());

    private final Violations violations;
    private final References references;
    private final Scope scope;

    ConditionReader(Violations violations, References references, Scope scope) {
        this.violations = violations;
        this.references = references;
        this.scope = scope;
    }

    Condition read(JsonNode json, String at) {
        if (!json.isObject() || json.size() != 1) {
            return wrong(at, "must be an object with one member, one of " + KINDS);
        }
        String kind = json.fieldNames().next();
        JsonNode operand = json.get(kind);
        String operandAt = Violations.below(at, kind);
        return switch (kind) {
            case "equals", "greater_than", "less_than" -> comparison(kind, operand, operandAt);
            case "exists" -> exists(operand, operandAt);
            case "all" -> new All(conditions(operand, operandAt));
            case "any" -> new Any(conditions(operand, operandAt));
            case "not" -> new Not(read(operand, operandAt));
            default -> wrong(operandAt, "is no condition; known are " + KINDS);
        };
    }

    private Condition comparison(String kind, JsonNode operands, String at) {
        if (!operands.isArray() || operands.size() != 2) {
            return wrong(at, "must be an array of two values");
        }
        references.add(operands, at, scope);
        Template first = new Template(operands.get(0));
        Template second = new Template(operands.get(1));
        return switch (kind) {
            case "equals" -> new Equal(first, second);
            case "greater_than" -> new Greater(first, second);
            default -> new Greater(second, first);
        };
    }

    private Condition exists(JsonNode operand, String at) {
        int before = references.uses().size();
        references.add(
                Reference.isReference(operand) ? operand : JsonNodeFactory.instance.nullNode(), at, scope.asOptional());
        if (references.uses().size() > before) {
            return new Exists(Reference.of(operand));
        }
        return Reference.isReference(operand) ? PLACEHOLDER : wrong(at, "must be a reference");
    }

    private List<Condition> conditions(JsonNode operands, String at) {
        if (!operands.isArray()) {
            violations.add(at, "must be an array of conditions");
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; operands.isArray() && i < operands.size(); i++) {
            conditions.add(read(operands.get(i), at + "/" + i));
        }
        return conditions;
    }

    private Condition wrong(String at, String message) {
        violations.add(at, message);
        return PLACEHOLDER;
    }
}
