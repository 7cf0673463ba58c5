package io.ymera.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a {@link Sandbox} confines programs. */
public enum SandboxMode {
    /** The first of {@link #BUBBLEWRAP} and {@link #UNSHARE} that works; never {@link #NONE}. */
    AUTO,
    /** Namespaces made by {@code bwrap}, which must be on the path, as Perl must be. */
    BUBBLEWRAP,
    /** The same namespaces made by util-linux' {@code unshare}, {@code mount} and {@code pivot_root}, and Perl. */
    UNSHARE,
    /**
     * No confinement: the program is a plain child process with the agent's own rights and network, held by the limits on
     * time, output, memory and workspace and, where {@code prlimit} exists, by those that the kernel keeps for each process.
     * What leaves its parent escapes all of them. Attempts to reach a network are not counted. An operator accepts this by name or it is not used.
     */
    NONE;

    /**
     * Reads an operator's choice, in any case.
     *
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public static SandboxMode parse(String value) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("SANDBOX_CONFINEMENT is \"" + value + "\"; allowed are "
                        + Arrays.stream(values()).map(SandboxMode::toString).collect(Collectors.joining(", "))));
    }

    /** The name that an operator writes, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
