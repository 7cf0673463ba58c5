package io.ymera.examination.javascript;

import io.ymera.agent.TaskFailedException;
import io.ymera.examination.lab.Script;
import java.io.IOException;

/** The programs beside these classes. */
final class Scripts {

    /** Runs tests. */
    static final Script RUN_TESTS = Script.of(
            Scripts.class,
            "running",
            "run_tests.mjs",
            "attempts.mjs",
            "coverage.mjs",
            "guard.mjs",
            "istanbul.mjs",
            "jest_tests.cjs",
            "mocha_tests.mjs",
            "node_tests.mjs",
            "originals.mjs",
            "reports.mjs",
            "seal.mjs",
            "tap_tests.mjs",
            "test_files.mjs",
            "vitest_runner.mjs",
            "vitest_tests.mjs",
            "watching.mjs");

    /** Lists the tests that files declare. */
    static final Script LIST_TESTS = Script.of(
            Scripts.class,
            "inventory",
            "list_tests.mjs",
            "configuration.mjs",
            "declared_tests.mjs",
            "rewriters.mjs",
            "sources.mjs",
            "test_choice.mjs",
            "../running/test_files.mjs");

    /** Reads modules, classes and functions. */
    static final Script FACTS = Script.of(Scripts.class, ".", "javascript_facts.mjs");

    /** Has ESLint look for mistakes. */
    static final Script FINDINGS = Script.of(Scripts.class, ".", "eslint_findings.mjs");

    private Scripts() {}

    static TaskFailedException unavailable(IOException e) {
        return TaskFailedException.retryable("workspace_unavailable", "Can't write the workspace: " + e.getMessage());
    }
}
