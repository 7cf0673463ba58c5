package io.ymera.examination.quality;

import io.ymera.codebase.SourceLines;
import io.ymera.examination.report.Html;

/** Shows lines of code. */
final class CodeDetails {

    /** Of one place. */
    static final int LONGEST_BLOCK = 12;

    private static final int AROUND = 2;

    private final SourceLines lines;
    private final Html html;

    CodeDetails(SourceLines lines, Html html) {
        this.lines = lines;
        this.html = html;
    }

    /** The lines at fault, with some around them; nothing where there are none. */
    void write(String path, int from, int to, String marked) {
        int last = lines.count(path);
        if (from > last || !Bounded.fits(html)) {
            return;
        }
        html.open("div", "class", "code");
        for (int number = Math.max(1, from - AROUND); number <= Math.min(last, to + AROUND); number++) {
            html.open("div", "class", number >= from && number <= to ? marked : "")
                    .element("span", Integer.toString(number), "class", "n")
                    .element("span", lines.shown(path, number), "class", "c")
                    .close();
        }
        html.close();
    }
}
