package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.dependency.Pep440;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The order of an ecosystem's versions. */
final class VersionOrder {

    private static final int LONGEST = 200;

    private final Ecosystem ecosystem;

    VersionOrder(Ecosystem ecosystem) {
        this.ecosystem = ecosystem;
    }

    /** As {@link Comparable}; nothing if one of them is no version. */
    OptionalInt compare(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return OptionalInt.empty();
        }
        return switch (ecosystem) {
            case MAVEN ->
                one.isBlank() || other.isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(new ComparableVersion(one).compareTo(new ComparableVersion(other)));
            case PYPI -> compare(Pep440.of(one), Pep440.of(other));
            case NPM, GO, CRATES -> compare(Semantic.of(one), Semantic.of(other));
        };
    }

    private static <T extends Comparable<T>> OptionalInt compare(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(one.get().compareTo(other.get()));
    }

    /** Whether it is one that comes before a release, which nobody is told to update to if there is a release. */
    boolean preRelease(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        return switch (ecosystem) {
            case MAVEN ->
                lower.contains("alpha")
                        || lower.contains("beta")
                        || lower.contains("-rc")
                        || lower.contains("snapshot")
                        || lower.contains(".rc")
                        || lower.contains("-m");
            case PYPI -> Pep440.of(version).map(Pep440::preRelease).orElse(false);
            case NPM, GO, CRATES ->
                Semantic.of(version).map(parsed -> !parsed.pre().isEmpty()).orElse(false);
        };
    }
}
