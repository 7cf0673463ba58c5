package io.ymera.examination.javascript;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What runs tests of JavaScript. In the order in which they are looked for. */
enum Framework {
    VITEST("vitest", "vitest"),
    JEST("jest", "@jest/globals"),
    MOCHA("mocha", "mocha"),
    TAP("tap", "tap"),
    /** Comes with Node.js. */
    NODE("node", "node:test");

    /** Others, which this agent can't run. */
    static final List<String> UNKNOWN = List.of(
            "ava",
            "jasmine",
            "karma",
            "cypress",
            "playwright",
            "uvu",
            "qunit",
            "lab",
            "react-scripts",
            "bun",
            "deno",
            "ng");

    private final String title;
    private final String imported;

    Framework(String title, String imported) {
        this.title = title;
        this.imported = imported;
    }

    /** As requests and reports have it. */
    static Optional<Framework> of(String title) {
        return Arrays.stream(values()).filter(each -> each.title.equals(title)).findFirst();
    }

    /** As requests and reports have it; for others than node, the name of the package too. */
    String title() {
        return title;
    }

    /** What test files import. */
    String imported() {
        return imported;
    }

    /** Whether a script starts it. */
    boolean isStartedBy(PackageJson script) {
        return this == NODE ? script.test().matches("(?s).*\\bnode\\b.*\\s--test(?:\\s.*|$)") : script.starts(title);
    }
}
