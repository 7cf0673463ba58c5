package io.ymera.scanner.taint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of addresses that are put together. */
final class Addresses {

    private static final Pattern ORIGIN = Pattern.compile("[a-zA-Z][a-zA-Z+.-]*://[^/?#\\\\]+");

    private Addresses() {}

    /** A whole address that is known to have nothing but a host; null if it is any other. */
    static @Nullable String origin(Value address) {
        return address.constantOnly() instanceof String text && ORIGIN.matches(text) ? text + "/" : null;
    }

    /** How an address begins that stands in a page of another one; null if nobody knows. */
    static @Nullable String prefix(Value relative, Value base) {
        String path = relative.prefix();
        String start = base.prefix();
        if (path == null || start == null || path.startsWith("//") || path.startsWith("/\\") || path.contains(":")) {
            return null;
        }
        Matcher origin = ORIGIN.matcher(start);
        boolean whole = origin.lookingAt() && (origin.end() < start.length() || base.constantOnly() != null);
        boolean rooted = path.length() > 1 || relative.constantOnly() != null;
        return whole && rooted ? origin.group() + "/" : null;
    }
}
