package io.ymera.security.scan;

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
 * A code base of which a bill of materials is wanted.
 *
 * @param files all of it; this or {@code archive}
 * @param archive all of it in one file
 */
@RegisterForReflection
public record SbomRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Valid @Nullable Archive archive) implements CodeBase {

    /** Fills the default in. */
    public SbomRequest {
        files = files == null ? List.of() : List.copyOf(files);
    }
}
