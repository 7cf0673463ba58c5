package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ymera.web.startup.ConfigError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamCheckTest {

    private static final String PREFIX = "ymera.gateway.upstream.";

    @Test
    void whatWeBringIsFine() {
        assertThat(check("retries", "2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "services.auth.targets, ftp://x",
        "services.auth.targets, http://x/path",
        "services.auth.targets, http://user@x",
        "services.auth.targets, http://x:0",
        "services.auth.targets, http://x:70000",
        "services.auth.targets, x:80",
        "timeout, 0s",
        "timeout, 25h",
        "connect-timeout, 0s",
        "keep-alive, 0.5s",
        "retries, -1",
        "retry-pause, 0s",
        "connections, 0",
        "breaker.failures, 0",
        "breaker.pause, 0s",
        "health.every, 0s",
        "health.path, ready",
        "stream.max-connections, 0",
        "web-socket.max-connections, 0",
        "web-socket.max-frame-size, 10",
        "web-socket.max-message-size, 0",
        "web-socket.ping-interval, 0s"
    })
    void whatIsNotIsNamed(String name, String value) {
        assertThat(check(name, value)).singleElement().satisfies(error -> assertThat(error.property())
                .isEqualTo(PREFIX + name));
    }

    @Test
    void severalTargetsAreSeparatedByCommas() {
        assertThat(check("services.auth.targets", "http://a:1, https://[::1]:2 ,http://c"))
                .isEmpty();
    }

    private static List<ConfigError> check(String name, String value) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(brought())
                .withDefaultValues(Map.of(PREFIX + name, value))
                .build();
        return new UpstreamCheck(config.getConfigMapping(UpstreamConfig.class)).check();
    }

    /** What application.properties says of this. */
    private static Map<String, String> brought() {
        Properties all = new Properties();
        try (InputStream in = requireNonNull(UpstreamConfig.class.getResourceAsStream("/application.properties"))) {
            all.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toMap(key -> key, all::getProperty));
    }
}
