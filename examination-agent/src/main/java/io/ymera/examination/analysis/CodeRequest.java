package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code base that is to be examined; there is nothing to choose.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 */
@RegisterForReflection
public record CodeRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive) implements CodeBase {

    /** Fills the defaults in. */
    public CodeRequest {
        files = files == null ? List.of() : List.copyOf(files);
    }
}
