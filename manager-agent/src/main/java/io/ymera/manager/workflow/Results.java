package io.ymera.manager.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.manager.workflow.ResultRepository.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The results of one workflow's steps that a transaction has read so far: each is read and parsed once, however many steps
 * refer to it. They do not change, since only steps that have ended are referred to. Not thread-safe.
 */
final class Results {

    /** Of all results that are referred to in one place; less than a {@link Budget}, so that every transaction gets on. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Map<String, List<Item>> kept = new HashMap<>();
    private final Map<String, Integer> bytes = new HashMap<>();

    /** What a completed task has returned; not to be changed, as others refer to it as well. */
    record Item(String step, int item, JsonNode value) {}

    /** Those of {@code steps} whose results have not been read. */
    Set<String> missing(Set<String> steps) {
        return steps.stream().filter(step -> !kept.containsKey(step)).collect(Collectors.toSet());
    }

    /** For how many bytes there is room beside those results of {@code steps} that have been read. */
    int room(Set<String> steps) {
        int taken = steps.stream().mapToInt(step -> bytes.getOrDefault(step, 0)).sum();
        return Math.max(0, MOST_BYTES - taken);
    }

    /**
     * Keeps results.
     *
     * @param steps whose they are; one of which there is none has none
     * @throws DataException if a result can't be read, or there was no room for it
     */
    void keep(Collection<String> steps, List<Result> results, ObjectMapper json) {
        Map<String, List<Item>> read = new HashMap<>();
        steps.forEach(step -> read.put(step, new ArrayList<>()));
        for (Result result : results) {
            Objects.requireNonNull(read.get(result.step())).add(read(result, json));
        }
        kept.putAll(read);
        results.forEach(result -> bytes.merge(result.step(), result.bytes(), Integer::sum));
    }

    /** All results of {@code steps}, which have been read. */
    List<Item> of(Set<String> steps) {
        return steps.stream()
                .flatMap(step -> kept.getOrDefault(step, List.of()).stream())
                .toList();
    }

    private static Item read(Result result, ObjectMapper json) {
        String text = result.json();
        if (text == null) {
            throw new DataException(
                    "data_too_large",
                    "The results that are referred to have more than %d bytes together".formatted(MOST_BYTES));
        }
        try {
            return new Item(result.step(), result.item(), json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new DataException(
                    "unreadable_result", "The result of step %s can't be read as JSON".formatted(result.step()));
        }
    }
}
