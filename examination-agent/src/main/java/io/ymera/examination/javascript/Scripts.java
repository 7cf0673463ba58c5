package io.ymera.examination.javascript;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scripts beside these classes, written to where a program in the sandbox can read them. */
final class Scripts {

    static final String RUN_TESTS = "run_tests.mjs";
    static final String FINDINGS = "eslint_findings.mjs";
    static final String FACTS = "javascript_facts.mjs";
    static final String INVENTORY = "test_inventory.mjs";
    /** What reads sources may need it. */
    static final String FILES_OF_TESTS = "test_files.mjs";
    /** The runner and what it needs. */
    static final List<String> OF_TESTS = List.of(
            RUN_TESTS,
            "guard.mjs",
            "coverage.mjs",
            FILES_OF_TESTS,
            "node_tests.mjs",
            "mocha_tests.mjs",
            "jest_tests.cjs",
            "vitest_tests.mjs",
            "vitest_runner.mjs",
            "tap_tests.mjs");

    private Scripts() {}

    /** Writes some of them; retryable if that fails. */
    static void write(Path folder, List<String> names) throws TaskFailedException {
        try {
            for (String name : names) {
                Files.writeString(folder.resolve(name), Resources.text(Scripts.class, name));
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    static TaskFailedException unavailable(IOException e) {
        return TaskFailedException.retryable("workspace_unavailable", "Can't write the workspace: " + e.getMessage());
    }
}
