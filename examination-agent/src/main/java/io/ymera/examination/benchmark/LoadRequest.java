package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the HTTP requests that a server is loaded with.
 *
 * @param method {@code GET} by default
 * @param path with its query, percent-encoded
 * @param headers besides {@code Host}, {@code Connection} and {@code Content-Length}
 * @param body sent as UTF-8
 * @param expectStatus the status that counts as success; without it, 200 to 399
 */
@RegisterForReflection
public record LoadRequest(
        @Pattern(regexp = "^[A-Z]{1,20}$") String method,

        @NotNull @Size(max = 4000) @Pattern(regexp = "^/[!-~]*$")
        String path,

        @Size(max = 50) Map<String, String> headers,
        @Nullable @Size(max = 1_000_000) String body,
        @Nullable @Min(100) @Max(599) Integer expectStatus) {

    private static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final java.util.regex.Pattern VALUE =
            java.util.regex.Pattern.compile("[\\t\\x20-\\x7e\\x80-\\uffff]*");

    /** Fills the defaults in. */
    public LoadRequest {
        method = method == null ? "GET" : method;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** The first header that can't be sent (RFC 9110, section 5), if there is one. */
    Optional<String> badHeader() {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .filter(header -> !NAME.matcher(header.getKey()).matches()
                                || !VALUE.matcher(header.getValue()).matches())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}
