package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A test that the sources have and that no run told of.
 *
 * @param test what its framework would call it; {@code *} stands for what is not written in the source
 * @param path its file
 * @param line where it is written
 * @param why what the project's configuration or its source says against running it; null if nothing does, and then the verdict is
 *     {@link Verdict#BROKEN}
 */
@RegisterForReflection
public record NotRun(
        String test, String path, int line, @Nullable String why) {}
