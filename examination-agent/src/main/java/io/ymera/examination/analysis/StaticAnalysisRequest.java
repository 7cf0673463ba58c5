package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code base that is to be read for mistakes.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 * @param sarif whether the report is wanted as a SARIF 2.1.0 log too
 */
@RegisterForReflection
public record StaticAnalysisRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive,
        Boolean sarif) implements CodeBase {

    /** Fills the defaults in. */
    public StaticAnalysisRequest {
        files = files == null ? List.of() : List.copyOf(files);
        sarif = Objects.requireNonNullElse(sarif, false);
    }
}
