package io.ymera.auth.client;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A client's new secret, shown this once.
 *
 * @param previousSecretUntil until when the one before is good as well; null if it is not
 */
@Schema(name = "ClientSecret")
record NewSecret(
        String clientId, String clientSecret, @Nullable Instant previousSecretUntil) {

    @Override
    public String toString() {
        return "NewSecret[clientId=" + clientId + "]";
    }
}
