package io.ymera.examination.python;

import io.ymera.examination.lab.Script;

/** The programs beside these classes. */
final class Scripts {

    /** Runs tests. */
    static final Script RUN_TESTS = Script.of(
            Scripts.class,
            "running",
            "run_tests.py",
            "attempts.py",
            "channel.py",
            "comparison.py",
            "integrity.py",
            "interpreter.py",
            "lines.py",
            "project.py",
            "pytest_calls.py",
            "pytest_controls.py",
            "pytest_doubts.py",
            "pytest_run.py",
            "statements.py",
            "unittest_run.py",
            "unittest_suite.py",
            "witness.py");

    /** Lists the tests that files declare. */
    static final Script LIST_TESTS = Script.of(
            Scripts.class,
            "inventory",
            "list_tests.py",
            "classes.py",
            "declared.py",
            "entries.py",
            "pytest_configuration.py",
            "pytest_tests.py",
            "unittest_tests.py",
            "../each_file.py");

    /** Reads modules, classes and functions. */
    static final Script READ = Script.of(Scripts.class, ".", "read_python.py", "each_file.py");

    /** Looks for mistakes. */
    static final Script CHECK = Script.of(Scripts.class, ".", "check_python.py", "each_file.py");

    private Scripts() {}
}
