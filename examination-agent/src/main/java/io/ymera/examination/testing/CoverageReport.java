package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Which lines of the product's sources its tests executed. It is measured inside the process that runs the tests, so code that
 * wants to can change it: it informs, it is no verdict.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param executable how many lines of all files can be executed
 * @param executed how many of them were
 * @param percent 100 × executed / executable, to two digits; 100 where nothing can be executed
 * @param files each file, by path; one that no test loaded has 0 percent
 * @param notes what a reader should know
 */
@RegisterForReflection
public record CoverageReport(
        String engine, int executable, int executed, double percent, List<FileCoverage> files, List<String> notes) {

    /** Copies the lists. */
    public CoverageReport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * Coverage of one file.
     *
     * @param path relative to the code base
     * @param executable how many lines can be executed
     * @param executed how many of them were
     * @param percent as in {@link CoverageReport}
     * @param missed the others, as {@code 3-5, 9}; cut where they are very many
     */
    @RegisterForReflection
    public record FileCoverage(String path, int executable, int executed, double percent, String missed) {}
}
