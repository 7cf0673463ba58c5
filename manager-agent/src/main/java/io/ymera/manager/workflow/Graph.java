package io.ymera.manager.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** Which steps need which. Names that are no step's are left out. */
final class Graph {

    private final Map<String, List<String>> predecessors = new HashMap<>();
    private final List<Step> steps;

    Graph(List<Step> steps) {
        this.steps = steps;
        Set<String> names = new HashSet<>();
        steps.forEach(step -> names.add(step.name()));
        steps.forEach(step -> predecessors.put(
                step.name(), step.predecessors().filter(names::contains).toList()));
    }

    /** All steps that have ended when {@code step} has its turn. */
    Set<String> ancestors(String step) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(predecessors.getOrDefault(step, List.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(predecessors.getOrDefault(next, List.of()));
            }
        }
        return seen;
    }

    /** Steps of which each needs the next and the last one the first, if there are such; the first is there twice. */
    Optional<List<String>> cycle() {
        Set<String> done = new HashSet<>();
        return steps.stream()
                .map(step -> cycle(step.name(), new LinkedHashSet<>(), done))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<String>> cycle(String step, SequencedSet<String> path, Set<String> done) {
        if (path.contains(step)) {
            List<String> cycle = new ArrayList<>(path);
            cycle = new ArrayList<>(cycle.subList(cycle.indexOf(step), cycle.size()));
            cycle.add(step);
            return Optional.of(cycle);
        }
        if (!done.add(step)) {
            return Optional.empty();
        }
        path.addLast(step);
        for (String predecessor : predecessors.getOrDefault(step, List.of())) {
            Optional<List<String>> found = cycle(predecessor, path, done);
            if (found.isPresent()) {
                return found;
            }
        }
        path.removeLast();
        return Optional.empty();
    }
}
