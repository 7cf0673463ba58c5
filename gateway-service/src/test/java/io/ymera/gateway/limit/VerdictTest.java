package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Limit DEFAULT = new Limit("default", 100, Duration.ofMinutes(1));

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void tellsThePolicyAndWhatIsLeft() {
        Verdict.counted(DEFAULT, 50, Duration.ofSeconds(30)).addTo(headers);

        assertThat(headers.get("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
        assertThat(headers.get("RateLimit")).isEqualTo("\"default\";r=50;t=30");
        assertThat(headers.contains("Retry-After")).isFalse();
    }

    @Test
    void roundsUpSoThatNobodyComesBackTooSoon() {
        Verdict.refused(DEFAULT, Duration.ofNanos(29_000_000_001L)).addTo(headers);

        assertThat(headers.get("RateLimit")).isEqualTo("\"default\";r=0;t=30");
        assertThat(headers.get("Retry-After")).isEqualTo("30");
    }

    @Test
    void replacesWhatAServiceBehindUsMayHaveSaid() {
        headers.add("ratelimit", "\"theirs\";r=1");

        Verdict.counted(DEFAULT, 1, Duration.ofSeconds(1)).addTo(headers);

        assertThat(headers.getAll("RateLimit")).containsExactly("\"default\";r=1;t=1");
    }
}
