package io.ymera.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way to look at a code base. */
public interface Scan {

    /** As jobs name it, in snake case. */
    String name();

    /**
     * Looks. Is called once, on a thread with a deep stack, while no other scan runs. What it can't look at is a note; what it throws, also an
     * {@link Error}, is said in the report as a scan that did not come to its end.
     */
    Output run(SourceTree tree, Job job, Progress progress) throws Exception;

    /** Is told how far it is. */
    interface Progress {
        /**
         * May be called often; few calls are passed on.
         *
         * @param done of {@code total}, which may still change
         */
        void at(int done, int total);
    }

    /**
     * What it says.
     *
     * @param documents what else it made, by the name of the member of the result
     */
    record Output(Findings findings, Map<String, JsonNode> documents) {

        /** Copies the map. */
        public Output {
            documents = new TreeMap<>(documents);
        }

        /** Findings and nothing else. */
        public static Output of(Findings findings) {
            return new Output(findings, Map.of());
        }

        /** Nothing at all. */
        public static Output empty() {
            return of(new Findings(List.of(), List.of()));
        }
    }
}
