package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
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
import org.eclipse.microprofile.config.spi.ConfigSource;
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
        "services.auth.targets, ftp://x, AUTH_SERVICE_TARGETS",
        "services.auth.targets, http://x/path, AUTH_SERVICE_TARGETS",
        "services.auth.targets, http://user@x, AUTH_SERVICE_TARGETS",
        "services.manager.targets, http://x:0, MANAGER_AGENT_TARGETS",
        "services.manager.targets, http://x:70000, MANAGER_AGENT_TARGETS",
        "services.files.targets, x:80, YMERA_GATEWAY_UPSTREAM_SERVICES_FILES_TARGETS",
        "timeout, 0s, AGENT_REQUEST_TIMEOUT",
        "timeout, 25h, AGENT_REQUEST_TIMEOUT",
        "connect-timeout, 0s, YMERA_GATEWAY_UPSTREAM_CONNECT_TIMEOUT",
        "keep-alive, 0.5s, YMERA_GATEWAY_UPSTREAM_KEEP_ALIVE",
        "retries, -1, YMERA_GATEWAY_UPSTREAM_RETRIES",
        "retry-pause, 0s, YMERA_GATEWAY_UPSTREAM_RETRY_PAUSE",
        "connections, 0, YMERA_GATEWAY_UPSTREAM_CONNECTIONS",
        "breaker.failures, 0, AGENT_CIRCUIT_BREAKER_THRESHOLD",
        "breaker.pause, 0s, AGENT_CIRCUIT_BREAKER_TIMEOUT",
        "health.every, 0s, YMERA_GATEWAY_UPSTREAM_HEALTH_EVERY",
        "health.path, ready, YMERA_GATEWAY_UPSTREAM_HEALTH_PATH",
        "stream.max-connections, 0, YMERA_GATEWAY_UPSTREAM_STREAM_MAX_CONNECTIONS",
        "web-socket.max-connections, 0, YMERA_GATEWAY_UPSTREAM_WEB_SOCKET_MAX_CONNECTIONS",
        "web-socket.max-frame-size, 10, YMERA_GATEWAY_UPSTREAM_WEB_SOCKET_MAX_FRAME_SIZE",
        "web-socket.max-message-size, 0, YMERA_GATEWAY_UPSTREAM_WEB_SOCKET_MAX_MESSAGE_SIZE",
        "web-socket.ping-interval, 0s, YMERA_GATEWAY_UPSTREAM_WEB_SOCKET_PING_INTERVAL"
    })
    void whatIsNotIsNamedAsOperatorsSetIt(String name, String value, String variable) {
        assertThat(check(name, value)).singleElement().satisfies(error -> assertThat(error.property())
                .isEqualTo(variable));
    }

    @Test
    void whatCountsInsteadOfTargetsIsSaid() {
        assertThat(check("services.auth.targets", "x")).singleElement().satisfies(error -> assertThat(error.allowed())
                .contains("AUTH_SERVICE_URL"));
    }

    @Test
    void aVariableOfTheEnvironmentCanNameAServiceOfItsOwn() {
        SmallRyeConfig config = config(
                Map.of(),
                new EnvConfigSource(Map.of("YMERA_GATEWAY_UPSTREAM_SERVICES_FILES_TARGETS", "http://f:1"), 300));

        assertThat(config.getConfigMapping(UpstreamConfig.class).services())
                .containsOnlyKeys("auth", "manager", "files")
                .extractingByKey("files")
                .satisfies(files -> assertThat(files.targets()).containsExactly("http://f:1"));
    }

    @Test
    void severalTargetsAreSeparatedByCommas() {
        assertThat(check("services.auth.targets", "http://a:1, https://[::1]:2 ,http://c"))
                .isEmpty();
    }

    private static List<ConfigError> check(String name, String value) {
        SmallRyeConfig config = config(Map.of(PREFIX + name, value));
        return new UpstreamCheck(config.getConfigMapping(UpstreamConfig.class)).check();
    }

    private static SmallRyeConfig config(Map<String, String> changed, ConfigSource... sources) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(brought())
                .withDefaultValues(changed)
                .withSources(sources)
                .build();
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
