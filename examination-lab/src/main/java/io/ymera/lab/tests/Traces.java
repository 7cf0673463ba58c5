package io.ymera.lab.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Texts of failures, each of them and all together bounded. An exception is the project's own code: it may throw when asked. */
final class Traces {

    private final int limit;
    private int left;

    Traces(int limit, int left) {
        this.limit = limit;
        this.left = left;
    }

    /** Where and why something failed. */
    String of(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "It failed without saying why";
        }
        StringWriter trace = new StringWriter();
        try (PrintWriter writer = new PrintWriter(trace)) {
            thrown.printStackTrace(writer);
        } catch (Throwable e) {
            return thrown.getClass().getName() + ", which can't be printed";
        }
        return bounded(trace.toString().replace("\r\n", "\n"));
    }

    /** What an exception says. */
    String message(Throwable thrown) {
        try {
            return bounded(String.valueOf(thrown.getMessage()));
        } catch (Throwable e) {
            return thrown.getClass().getName();
        }
    }

    private String bounded(String text) {
        if (left <= 0) {
            return "(left out: the report would be too long)";
        }
        left -= Math.min(text.length(), limit);
        if (text.length() <= limit) {
            return text;
        }
        int half = limit / 2;
        return text.substring(0, half) + "\n... " + (text.length() - 2 * half) + " characters left out ...\n"
                + text.substring(text.length() - half);
    }
}
