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
 */
public record Rule(
        String id,
        String title,
        List<Integer> cwe,
        Severity severity,
        @Nullable String kind,
        String message,
        String fix,
        List<String> probes) {

    /** Copies the lists. */
    public Rule {
        cwe = List.copyOf(cwe);
        probes = List.copyOf(probes);
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

    /** A sink that what a function gives back is, if it is annotated so. */
    public record ReturnSink(Set<String> annotated, Sink sink) {}
}
