package io.ymera.manager.callback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param statusCode of the HTTP answer; null if there was none
 * @param error null if it was successful
 * @param retryAfter the pause that the receiver asks for; zero if it does not
 */
record Answer(@Nullable Integer statusCode, @Nullable DeliveryError error, Duration retryAfter) {

    static Answer failed(DeliveryError error) {
        return new Answer(null, error, Duration.ZERO);
    }

    /** What a status means, by Standard Webhooks. */
    static Answer of(int statusCode, Duration retryAfter) {
        DeliveryError error =
                switch (statusCode / 100) {
                    case 2 -> null;
                    case 3 -> DeliveryError.REDIRECTED;
                    default -> statusCode == 410 ? DeliveryError.GONE : DeliveryError.REFUSED_STATUS;
                };
        return new Answer(statusCode, error, retryAfter);
    }

    boolean isDelivered() {
        return error == null;
    }

    boolean isGone() {
        return error == DeliveryError.GONE;
    }
}
