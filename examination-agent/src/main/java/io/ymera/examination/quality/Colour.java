package io.ymera.examination.quality;

import io.ymera.examination.report.Finding.Level;

/** The names that report.css has for how good something is. */
final class Colour {

    static final String GOOD = "good";
    static final String FAIR = "fair";
    static final String BAD = "bad";
    static final String INFO = "info";

    private Colour() {}

    /** Of a score or a percentage that should reach {@code wanted}. */
    static String of(double value, double wanted) {
        if (value >= wanted) {
            return GOOD;
        }
        return value >= wanted * 0.75 ? FAIR : BAD;
    }

    static String of(QualityVerdict verdict) {
        return switch (verdict) {
            case PASSED -> GOOD;
            case INCOMPLETE -> FAIR;
            case FAILED, TAMPERED -> BAD;
        };
    }

    static String of(Gate.Status status) {
        return switch (status) {
            case PASSED -> GOOD;
            case UNKNOWN -> FAIR;
            case FAILED -> BAD;
        };
    }

    static String of(Level level) {
        return switch (level) {
            case ERROR -> BAD;
            case WARNING -> FAIR;
            case NOTE -> INFO;
        };
    }
}
