package io.ymera.web.identity;

import io.smallrye.mutiny.Uni;
import io.ymera.web.problem.ApiException;
import java.util.Optional;

/**
 * Where the keys are that verify tokens. Services have auth-service's key set ({@link RemoteKeys}); auth-service brings a bean of
 * its own, which takes the place of that.
 */
@FunctionalInterface
public interface KeySource {

    /**
     * The key of this {@code kid}, which anybody may have made up, if there is one. Does not block.
     *
     * @return fails with {@link ApiException} (503) if no keys are known yet
     */
    Uni<Optional<VerificationKey>> find(String id);
}
