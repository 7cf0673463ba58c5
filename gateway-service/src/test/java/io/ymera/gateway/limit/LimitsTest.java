package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ymera.web.startup.ConfigError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final int ABOVE_PROPERTIES = 300;

    @ParameterizedTest
    @CsvSource({
        "default.requests, 0, RATE_LIMIT_REQUESTS_PER_MINUTE",
        "sign-in.requests, 1000001, RATE_LIMIT_SIGN_INS_PER_MINUTE",
        "services.requests, -1, RATE_LIMIT_SERVICE_REQUESTS_PER_MINUTE",
        "files.requests, 0, YMERA_RATE_LIMIT_CLASSES_FILES_REQUESTS",
        "default.window, PT0S, YMERA_RATE_LIMIT_CLASSES_DEFAULT_WINDOW",
        "files.window, PT48H, YMERA_RATE_LIMIT_CLASSES_FILES_WINDOW"
    })
    void whatCanNotBeIsNamedAsOperatorsSetIt(String name, String value, String variable) {
        List<ConfigError> errors = limits(Map.of("ymera.rate-limit.classes." + name, value), Map.of())
                .check();

        assertThat(errors).extracting(ConfigError::property).containsExactly(variable);
    }

    @Test
    void variablesOfTheEnvironmentCanMakeAClassOfItsOwn() {
        Limits limits = limits(
                Map.of(),
                Map.of(
                        "YMERA_RATE_LIMIT_CLASSES_FILES_REQUESTS",
                        "7",
                        "YMERA_RATE_LIMIT_CLASSES_FILES_WINDOW",
                        "PT2S"));

        assertThat(limits.check()).isEmpty();
        assertThat(limits.names()).containsExactly("default", "files", "services", "sign-in");
        assertThat(limits.named("files")).isEqualTo(new Limit("files", 7, Duration.ofSeconds(2)));
    }

    private static Limits limits(Map<String, String> changed, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ymera.rate-limit.enabled", "true",
                "ymera.rate-limit.redis-url", "redis://127.0.0.1",
                "ymera.rate-limit.patience", "PT1S",
                "ymera.rate-limit.pause", "PT1S",
                "ymera.rate-limit.classes.default.requests", "1",
                "ymera.rate-limit.classes.sign-in.requests", "1",
                "ymera.rate-limit.classes.services.requests", "1"));
        changed.forEach((name, value) -> {
            all.put(name.replaceAll("[a-z]+$", "requests"), "1");
            all.put(name, value);
        });
        RateLimitConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(RateLimitConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(all)
                .withSources(new EnvConfigSource(environment, ABOVE_PROPERTIES))
                .build()
                .getConfigMapping(RateLimitConfig.class);
        return new Limits(config);
    }
}
