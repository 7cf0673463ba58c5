package io.ymera.codebase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A code base in one file.
 *
 * @param format {@code zip} or {@code tar.gz}
 * @param content the archive, in base64 (RFC 4648)
 */
@RegisterForReflection
public record Archive(
        @NotNull @Pattern(regexp = "^(?:zip|tar\\.gz)$") String format,

        @NotNull @Size(min = 1, max = SourceFile.MAX_CONTENT)
        String content) {}
