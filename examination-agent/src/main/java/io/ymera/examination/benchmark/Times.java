package io.ymera.examination.benchmark;

import java.util.Locale;

/** Times as people read them. */
final class Times {

    private Times() {}

    /** Three digits and the unit that fits, for example {@code 1.25 ms}. */
    static String of(double seconds) {
        if (seconds >= 1) {
            return digits(seconds) + " s";
        }
        if (seconds >= 1e-3) {
            return digits(seconds * 1e3) + " ms";
        }
        return seconds >= 1e-6 ? digits(seconds * 1e6) + " µs" : digits(seconds * 1e9) + " ns";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
