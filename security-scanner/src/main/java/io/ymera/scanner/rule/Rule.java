package io.ymera.scanner.rule;

import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A weakness that is looked for, in whatever language.
 *
 * @param id in kebab case
 * @param title a few words
 * @param cwe numbers, the most exact first
 * @param severity for data from anybody
 * @param kind what sanitizers clear; null if no data flows
 * @param message a sentence; {@code {source}}, {@code {sink}} and {@code {value}} are filled in
 * @param fix what to do
 * @param probes texts that would do harm
 * @param startProbes texts that would do harm where nothing stands in front of them
 * @param local whether whoever starts the program can do harm with what they give it
 */
public record Rule(
        String id,
        String title,
        List<Integer> cwe,
        Severity severity,
        @Nullable String kind,
        String message,
        String fix,
        List<String> probes,
        List<String> startProbes,
        boolean local) {

    /** Of what it looks at: data that others can guess. */
    private static final String RANDOM = "random";

    /** Whether it asks where data was made, and not who has sent it. */
    public boolean aboutGenerated() {
        return RANDOM.equals(kind);
    }

    /** Copies the lists. */
    public Rule {
        cwe = List.copyOf(cwe);
        probes = List.copyOf(probes);
        startProbes = List.copyOf(startProbes);
    }

    /**
     * Where data does harm.
     *
     * @param arguments the parts of the call or write that must not hold such data
     */
    public record Sink(
            Rule rule,
            List<Selector> arguments,
            List<Predicate.Condition> where,
            Severity severity,
            String message,
            String fix) {}

    /** What is wrong whatever the data. */
    public record Check(Rule rule, List<Predicate.Condition> where, Severity severity, String message, String fix) {}

    /** A check of what is assigned to variables whose name matches, in files whose path matches. */
    public record VariableCheck(Pattern name, Pattern file, Check check) {}

    /** A sink that variables and members are whose names match. */
    public record VariableSink(Pattern name, Sink sink) {}

    /** A sink that what a function gives back is, if it is annotated so. */
    public record ReturnSink(Set<String> annotated, Sink sink) {}
}
