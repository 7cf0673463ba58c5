package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at what a definition's parts say about each other: names, needs, and what references point at. */
final class DefinitionCheck {

    private static final Set<String> OF_A_STEP = Set.of("status", "result", "failure");

    private final Definition definition;
    private final Violations violations;
    private final Graph graph;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    private DefinitionCheck(Definition definition, Violations violations) {
        this.definition = definition;
        this.violations = violations;
        this.graph = new Graph(definition.steps());
        definition.steps().forEach(step -> names.add(step.name()));
    }

    /** Notes what is wrong. */
    static void check(Definition definition, References references, Violations violations) {
        DefinitionCheck check = new DefinitionCheck(definition, violations);
        check.names();
        check.needs();
        check.graph
                .cycle()
                .ifPresent(cycle -> violations.add(
                        "/steps", "go in a circle, so none of these could begin: " + String.join(" needs ", cycle)));
        references.uses().forEach(check::reference);
    }

    private void names() {
        Map<String, String> places = new HashMap<>();
        names("/steps", definition.steps(), places);
        names("/on_failure", definition.onFailure(), places);
    }

    private void names(String at, List<Step> steps, Map<String, String> places) {
        for (int i = 0; i < steps.size(); i++) {
            String place = at + "/" + i;
            String earlier = places.putIfAbsent(steps.get(i).name(), place);
            if (earlier != null) {
                violations.add(place + "/name", "is the name of %s, too".formatted(earlier));
            }
        }
    }

    private void needs() {
        for (int i = 0; i < definition.steps().size(); i++) {
            Step step = definition.steps().get(i);
            String at = "/steps/" + i;
            known(step.needs(), at + "/needs");
            known(step.needsAny(), at + "/needs_any");
            known(step.onFailureOf(), at + "/on_failure_of");
            if (step.onFailureOf().stream().anyMatch(step.needs()::contains)) {
                violations.add(at + "/on_failure_of", "has a step that is in needs, so this one would never run");
            }
        }
    }

    private void known(List<String> needed, String at) {
        for (int i = 0; i < needed.size(); i++) {
            if (!names.contains(needed.get(i))) {
                violations.add(at + "/" + i, "is the name of no step");
            }
        }
    }

    private void reference(References.Use use) {
        Reference reference = use.reference();
        String at = use.at() + "/" + Reference.FROM;
        String root = reference.root();
        if (!use.scope().roots().contains(root)) {
            violations.add(
                    at,
                    "must begin with one of /"
                            + String.join(
                                    ", /", use.scope().roots().stream().sorted().toList()));
        } else if (root.equals(Scope.STEPS)) {
            stepReference(use, at);
        } else if (root.equals(Scope.INPUT) && !use.scope().optional() && reference.find(inputData()) == null) {
            violations.add(at, "leads to nothing in the input, and there is no default");
        }
    }

    private void stepReference(References.Use use, String at) {
        String step = use.reference().step();
        String part = step == null || use.reference().pointer().tail().tail().matches()
                ? ""
                : use.reference().pointer().tail().tail().getMatchingProperty();
        if (step == null || !names.contains(step)) {
            violations.add(at, "must begin with /steps/ and the name of a step");
        } else if (!OF_A_STEP.contains(part)) {
            violations.add(at, "must go on with /status, /result or /failure after the name of the step");
        } else if (use.scope().step() != null && !mayRead(use.scope(), step)) {
            violations.add(
                    at,
                    "is about a step that may end later: %s must need %s, if only by way of others"
                            .formatted(use.scope().step(), step));
        }
    }

    private boolean mayRead(Scope scope, String step) {
        String reader = String.valueOf(scope.step());
        boolean itself = reader.equals(step) && scope.roots().contains(Scope.RESULT);
        return itself || ancestors.computeIfAbsent(reader, graph::ancestors).contains(step);
    }

    private JsonNode inputData() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set(Scope.INPUT, definition.input());
        return data;
    }
}
