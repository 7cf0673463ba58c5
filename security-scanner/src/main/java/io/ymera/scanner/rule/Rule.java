package io.ymera.scanner.rule;

import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
 * @param stored whether harm can be done with what has been kept in a database since somebody sent it
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
        boolean local,
        boolean stored) {

    /** Of what these look at: data that others can guess. */
    private static final Set<String> GUESSABLE = Set.of("random", "guess", "temporary");

    public static final String DISCLOSURE = "disclosure";
    private static final String UPLOAD = "upload";
    private static final String CORS = "cors";
    private static final Set<String> ADDRESSES = Set.of("ssrf", "redirect");

    /** Whether it asks who says to which host something goes. */
    public boolean aboutAddresses() {
        return kind != null && ADDRESSES.contains(kind);
    }

    /** Whether it asks which hosts are meant. */
    public boolean aboutHosts() {
        return aboutAddresses() || CORS.equals(kind);
    }

    /** Texts that do harm as a part of data that tells of all of it: of the names of files, their extensions. */
    public List<String> partProbes() {
        return UPLOAD.equals(kind)
                ? probes.stream()
                        .map(probe -> probe.substring(probe.lastIndexOf('.') + 1))
                        .toList()
                : probes;
    }

    /** Whether it asks who gets data, and not who has sent it. */
    public boolean aboutInternal() {
        return DISCLOSURE.equals(kind);
    }

    /** Whether it asks where data was made, and not who has sent it. */
    public boolean aboutGenerated() {
        return kind != null && GUESSABLE.contains(kind);
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
     * @param despite what was done to data that is harmless elsewhere, but not here; null if there is no such thing
     */
    public record Sink(
            Rule rule,
            List<Selector> arguments,
            @Nullable String despite,
            List<Predicate.Condition> where,
            Saying saying,
            Severity severity,
            String message,
            String fix) {}

    /** What is wrong whatever the data. */
    public record Check(
            Rule rule, List<Predicate.Condition> where, Saying saying, Severity severity, String message, String fix) {}

    /**
     * What the function around, or its file, must say for something to be wrong, word by word.
     *
     * @param when what must be found in the function, or null
     * @param unless what must not, or null
     * @param whenInFile what must be found in its file, or null
     * @param unlessInFile what must not, or null
     */
    public record Saying(
            @Nullable Pattern when,
            @Nullable Pattern unless,
            @Nullable Pattern whenInFile,
            @Nullable Pattern unlessInFile) {

        /** Whether nothing is asked. */
        public boolean anything() {
            return when == null && unless == null && whenInFile == null && unlessInFile == null;
        }

        /** Whether this is what is asked for: what the function says, and what all of its file says. */
        public boolean fits(String function, Supplier<String> file) {
            return fits(function, when, unless)
                    && (whenInFile == null && unlessInFile == null || fits(file.get(), whenInFile, unlessInFile));
        }

        private static boolean fits(String text, @Nullable Pattern when, @Nullable Pattern unless) {
            return (when == null || when.matcher(text).find())
                    && (unless == null || !unless.matcher(text).find());
        }
    }

    /** A check of what is assigned to variables whose name matches, in files whose path matches. */
    public record VariableCheck(Pattern name, Pattern file, Check check) {}

    /**
     * A sink that variables and members are.
     *
     * @param name what theirs must match
     * @param inside what the names of the class and the function around it must match, as {@code Class.function}
     */
    public record VariableSink(Pattern name, Pattern inside, Sink sink) {}

    /** A sink that what a function gives back is, if its name matches. */
    public record FunctionSink(Pattern name, Sink sink) {}

    /**
     * A sink that what a function gives back is.
     *
     * @param annotated how the function is
     * @param owner how its class is; empty if that is all the same
     * @param without how neither of them is
     */
    public record ReturnSink(Set<String> annotated, Set<String> owner, Set<String> without, Sink sink) {

        boolean of(Set<String> function, @Nullable Set<String> around) {
            return annotated.stream().anyMatch(function::contains)
                    && without.stream().noneMatch(function::contains)
                    && (around == null
                            || (owner.isEmpty() || owner.stream().anyMatch(around::contains))
                                    && without.stream().noneMatch(around::contains));
        }
    }
}
