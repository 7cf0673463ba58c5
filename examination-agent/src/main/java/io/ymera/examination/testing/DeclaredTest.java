package io.ymera.examination.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that the sources have, read from their syntax and not by running them.
 *
 * @param path its file
 * @param line where it is written
 * @param id what its framework calls it; texts in it may be {@link TestPattern}s
 * @param also patterns of what it may be called instead
 * @param scopes what is around it: where one of these is reported as skipped, so is the test
 * @param overshadowed whether only another test is marked to be run ({@code .only}): being skipped for that explains nothing
 * @param leftOut what the project's configuration or the test's own source says against running it; null if nothing does
 */
public record DeclaredTest(
        String path,
        int line,
        String id,
        List<String> also,
        List<String> scopes,
        boolean overshadowed,
        @Nullable String leftOut) {

    /** Copies the lists. */
    public DeclaredTest {
        also = List.copyOf(also);
        scopes = List.copyOf(scopes);
    }
}
