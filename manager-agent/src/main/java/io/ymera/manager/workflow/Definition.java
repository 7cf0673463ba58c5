package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow as it was handed in, checked. Each run has its own, so a change never touches what runs.
 *
 * @param input what references to {@code /input} point into
 * @param steps in the order in which they were written; which says nothing about when they run
 * @param onFailure run one after the other when the workflow has failed and was undone
 */
record Definition(String name, JsonNode input, List<Step> steps, List<Step> onFailure) {

    Definition {
        steps = List.copyOf(steps);
        onFailure = List.copyOf(onFailure);
    }

    Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** Every step by its key: those of the definition, their compensations, and those of {@code on_failure}. */
    Map<StepKey, Step> byKey() {
        Map<StepKey, Step> all = new LinkedHashMap<>();
        for (Step step : steps) {
            all.put(StepKey.step(step.name()), step);
            Step compensation = step.compensation();
            if (compensation != null) {
                all.put(StepKey.compensation(step.name()), compensation);
            }
        }
        onFailure.forEach(step -> all.put(StepKey.onFailure(step.name()), step));
        return all;
    }
}
