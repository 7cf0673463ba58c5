package io.ymera.scanner.finding;

import java.util.Locale;

/** How bad a finding is: how easily it is used, by whom, and what that gives. */
public enum Severity {
    /** Anybody who reaches the program takes it over, or all of its data. */
    CRITICAL,
    /** Anybody who reaches the program reads or changes what is not theirs. */
    HIGH,
    /** Needs a position or a victim's help, or gives little. */
    MEDIUM,
    /** Makes other attacks easier. */
    LOW;

    /** One step less bad; {@link #LOW} stays as it is. */
    public Severity lowered() {
        return values()[Math.min(ordinal() + 1, LOW.ordinal())];
    }

    /** As in rules and reports: in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Severity of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
