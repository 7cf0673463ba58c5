package io.ymera.examination.quality;

import io.ymera.examination.report.Html;
import java.util.List;
import java.util.Locale;

/** How much the page shows. What is left out is said. */
final class Bounded {

    /** Of one kind of things. */
    static final int MOST = 100;

    /** Of the page; beyond it, code and texts are left out. */
    private static final int ENOUGH = 1_500_000;

    private Bounded() {}

    /** Whether the page has room for code and texts. */
    static boolean fits(Html html) {
        return html.length() < ENOUGH;
    }

    /** The first of them, as many as are shown. */
    static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** Says how many are not shown, if any. */
    static void leftOut(Html html, int count, String what) {
        if (count > 0) {
            html.element("p", String.format(Locale.ROOT, "… and %,d more %s", count, what), "class", "soft small");
        }
    }
}
