package io.ymera.scanner.taint;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How names of files begin that are put together of parts. */
final class Paths {

    private Paths() {}

    /** What was put together of parts, knowing how it begins, and whether somebody can guess it. */
    static Value joined(Value whole, Value first, List<Site.Given> parts) {
        boolean unguessable =
                parts.stream().anyMatch(part -> part.value().marks().contains(Evaluator.UNGUESSABLE));
        Value known = whole.withPrefix(joined(first, parts));
        return unguessable ? known.withMarks(Value.union(known.marks(), Set.of(Evaluator.UNGUESSABLE))) : known;
    }

    /** What the parts begin with, with a slash between each two as far as all in front is known. */
    private static @Nullable String joined(Value first, List<Site.Given> parts) {
        String prefix = first.prefix();
        boolean all = first.constantOnly() != null;
        for (Site.Given part : parts) {
            if (!all || prefix == null || part.spread()) {
                break;
            }
            prefix = joined(prefix, part.value());
            all = part.value().constantOnly() != null;
        }
        return prefix == null || prefix.isEmpty() ? null : prefix;
    }

    /** A folder, and what is known of the beginning of what is in it. */
    private static String joined(String folder, Value part) {
        String begin = part.prefix() == null ? "" : part.prefix();
        if (folder.isEmpty() || begin.startsWith("/")) {
            return begin;
        }
        return (folder.endsWith("/") ? folder : folder + "/") + begin;
    }
}
