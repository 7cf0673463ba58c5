package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code base that is to be searched for code that is there more than once.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param minimumTokens how long a block must be to count, 100 by default
 */
@RegisterForReflection
public record DuplicationRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        @Min(20) @Max(10_000) Integer minimumTokens)
        implements CodeBase {

    /** Fills the defaults in. */
    public DuplicationRequest {
        files = files == null ? List.of() : List.copyOf(files);
        minimumTokens = Objects.requireNonNullElse(minimumTokens, DuplicationAnalysis.USUAL_TOKENS);
    }
}
