package io.ymera.web.identity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who knows which grants have ended. Services ask auth-service ({@link RemoteRevocations}); auth-service brings a bean of its own,
 * which takes the place of that.
 */
@FunctionalInterface
public interface RevocationSource {

    /**
     * What has come after {@code cursor}, for which it waits up to {@code wait}; or everything, at once, if {@code cursor} is null or
     * not known. Does not block. Fails if nothing can be said now.
     */
    Uni<RevocationPage> after(@Nullable Long cursor, Duration wait);
}
