package io.ymera.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the agents' handlers did, from the files that they appended to while they did it.
 *
 * @param begun when which task's handler began, however often, in that order
 * @param ended those that came to their end
 */
record Executions(Map<UUID, List<Execution>> begun, Set<String> ended) {

    private static final int WORDS = 4;

    /** @param micros when it began, since 1970 */
    record Execution(String agent, UUID task, int attempt, long micros) {
        Instant at() {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }

        private String key() {
            return agent + " " + task + " " + attempt;
        }
    }

    /** @param files of the agents, by name */
    static Executions read(Map<String, Path> files) throws IOException {
        Executions all = new Executions(new HashMap<>(), new HashSet<>());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            for (String line : Files.readAllLines(file.getValue())) {
                all.add(file.getKey(), line.split(" ", -1));
            }
        }
        all.begun.values().forEach(executions -> executions.sort(Comparator.comparing(Execution::micros)));
        return all;
    }

    private void add(String agent, String[] words) {
        if (words.length != WORDS) {
            throw new IllegalStateException("Not a whole line: " + String.join(" ", words));
        }
        Execution execution =
                new Execution(agent, UUID.fromString(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
        if (words[0].equals("begin")) {
            begun.computeIfAbsent(execution.task(), none -> new ArrayList<>()).add(execution);
        } else {
            ended.add(execution.key());
        }
    }

    /** Of tasks that were begun more than once. */
    List<List<Execution>> repeated() {
        return begun.values().stream()
                .filter(executions -> executions.size() > 1)
                .toList();
    }

    boolean hasEnded(Execution execution) {
        return ended.contains(execution.key());
    }
}
