package io.ymera.scanner.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an OSV record matters here, see the OSV schema 1.6 and later.
 *
 * @param aliases other names of the same vulnerability
 * @param modified when it was last changed, in RFC 3339
 * @param vectors CVSS vectors of it as a whole
 * @param rated what its database calls it, as in {@code HIGH}; null if it doesn't
 * @param cwes by number
 * @param informational as RustSec says that there is no vulnerability, as in {@code unmaintained}; null for a vulnerability
 * @param affected only those packages that were asked for
 * @param references addresses to read more
 */
public record Advisory(
        String id,
        List<String> aliases,
        String summary,
        String modified,
        List<String> vectors,
        @Nullable String rated,
        List<Integer> cwes,
        @Nullable String informational,
        List<Affected> affected,
        List<String> references) {

    /** Copies the lists. */
    public Advisory {
        aliases = List.copyOf(aliases);
        vectors = List.copyOf(vectors);
        cwes = List.copyOf(cwes);
        affected = List.copyOf(affected);
        references = List.copyOf(references);
    }

    /** Whether the package is there to do harm. */
    boolean malicious() {
        return id.startsWith("MAL-") || aliases.stream().anyMatch(alias -> alias.startsWith("MAL-"));
    }

    /**
     * A package with its versions that are affected.
     *
     * @param versions listed one by one; they count whatever the ranges say
     * @param symbols what of it is vulnerable; empty if that is not said
     */
    public record Affected(PackageName name, List<Range> ranges, List<String> versions, List<Symbols> symbols) {
        /** Copies the lists. */
        public Affected {
            ranges = List.copyOf(ranges);
            versions = List.copyOf(versions);
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * Versions between events.
     *
     * @param bound as GitHub gives it where there is no fix, as in {@code <= 1.2.3}; empty if it doesn't
     */
    public record Range(List<Event> events, String bound) {
        /** Copies the list. */
        public Range {
            events = List.copyOf(events);
        }
    }

    /** What happens at a version: {@code introduced}, {@code fixed}, {@code last_affected} or {@code limit}. */
    public record Event(String kind, String version) {}

    /**
     * Vulnerable parts.
     *
     * @param module what code has to import: a Go package, a Python module, a crate or a class
     * @param names the functions in it, with the type and a dot before those of a type; empty if all of it is
     */
    public record Symbols(String module, List<String> names) {
        /** Copies the list. */
        public Symbols {
            names = List.copyOf(names);
        }
    }
}
