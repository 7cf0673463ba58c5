package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.testkit.RedisResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** As the gateway is put together. */
@QuarkusTest
@WithTestResource(value = RedisResource.class, scope = TestResourceScope.GLOBAL)
class RateLimitsResourceTest {

    private static final Limit TWO = new Limit("two", 2, Duration.ofMinutes(10));

    @Inject
    RateLimits limits;

    @Test
    void countsInTheRedisOfTheConfiguration() {
        String key = CallerKey.user(UUID.randomUUID().toString());
        try (Replica other = new Replica(Replica.FOR_EVER)) {
            other.admit(TWO, key);

            Verdict verdict = Replica.await(limits.admit(TWO, key));

            assertThat(verdict.remaining()).isZero();
            assertThat(limits.isEnabled()).isTrue();
            assertThat(limits.isShared()).isTrue();
        }
    }
}
