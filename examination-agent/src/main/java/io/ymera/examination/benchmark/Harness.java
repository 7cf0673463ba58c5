package io.ymera.examination.benchmark;

import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import java.nio.file.Path;
import java.util.List;

/** Measures benchmarks of one language. Thread-safe. */
interface Harness {

    /** For people, for example {@code Python}. */
    String language();

    /** The files that may hold benchmarks, sorted. */
    List<String> files(Project project);

    /** How to write one, for people. */
    String example();

    /** What measures them, or what is missing. */
    Found find() throws InterruptedException;

    /** Either of two. */
    sealed interface Found {}

    /** It can't be done. */
    record Absent(MissingTool tool) implements Found {}

    /** It can. */
    non-sealed interface Present extends Found {

        /** What runs them. */
        String program();

        /** Its version. */
        String version();

        /** The text of the script that measures, and its name. */
        Script script();

        /**
         * What measures one benchmark, or lists those of a file.
         *
         * @param workspace a copy of the code base
         * @param script the script, written to a file
         * @param job its standard input
         */
        Command command(Path workspace, Path script, String job, Limits limits);
    }

    /** A script that lies beside these classes. */
    record Script(String name, String text) {}
}
