package io.ymera.manager.capability;

import java.util.Comparator;

/**
 * One version of a task type.
 *
 * @param name the task type
 * @param version from 1
 */
public record CapabilityVersion(String name, int version) implements Comparable<CapabilityVersion> {

    private static final Comparator<CapabilityVersion> ORDER =
            Comparator.comparing(CapabilityVersion::name).thenComparing(CapabilityVersion::version);

    /** By name, then by version. */
    @Override
    public int compareTo(CapabilityVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
