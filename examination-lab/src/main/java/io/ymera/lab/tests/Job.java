package io.ymera.lab.tests;

import io.ymera.lab.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this runner is told through its standard input.
 *
 * @param key of the seal
 * @param only ids of the tests to run, or null for all
 * @param except ids of tests not to run
 * @param shard which part to run, from 0
 * @param shards how many parts there are
 * @param coverage whether to tell which lines were executed
 * @param controls names for the tests whose outcome is known
 * @param textLimit characters of a failure's text
 * @param textsLimit characters of all failures' texts
 */
record Job(
        String key,
        @Nullable Set<String> only,
        Set<String> except,
        int shard,
        int shards,
        boolean coverage,
        List<String> controls,
        int textLimit,
        int textsLimit) {

    /** Reads it from JSON. */
    static Job parse(String json) {
        Map<?, ?> job = (Map<?, ?>) Json.read(json);
        if (job == null) {
            throw new IllegalArgumentException("The job is null");
        }
        return new Job(
                String.valueOf(job.get("key")),
                job.get("only") == null ? null : Set.copyOf(texts(job.get("only"))),
                Set.copyOf(texts(job.get("except"))),
                number(job.get("shard"), 0),
                number(job.get("shards"), 1),
                Boolean.TRUE.equals(job.get("coverage")),
                texts(job.get("controls")),
                number(job.get("text_limit"), 4000),
                number(job.get("texts_limit"), 400_000));
    }

    /** Whether no test was asked for, or left out, by its name. */
    boolean all() {
        return only == null && except.isEmpty();
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }
}
