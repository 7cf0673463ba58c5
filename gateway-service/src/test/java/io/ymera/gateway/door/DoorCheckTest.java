package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ymera.web.startup.ConfigError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorCheckTest {

    private static final String PREFIX = "ymera.gateway.door.";
    private static final int AFTER_BUILT_IN = 100;

    @Test
    void whatWeBringIsFine() {
        assertThat(check("port", "8000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "port, -1, HTTP_PORT",
        "port, 65536, HTTP_PORT",
        "max-connections, 0, YMERA_GATEWAY_DOOR_MAX_CONNECTIONS",
        "body-limit, 2T, YMERA_GATEWAY_DOOR_BODY_LIMIT",
        "head-timeout, 0s, YMERA_GATEWAY_DOOR_HEAD_TIMEOUT",
        "head-timeout, 25h, YMERA_GATEWAY_DOOR_HEAD_TIMEOUT",
        "keep-alive, 0s, YMERA_GATEWAY_DOOR_KEEP_ALIVE",
        "keep-alive, PT-1S, YMERA_GATEWAY_DOOR_KEEP_ALIVE",
        "idle-timeout, 0s, YMERA_GATEWAY_DOOR_IDLE_TIMEOUT",
        "idle-timeout, 30d, YMERA_GATEWAY_DOOR_IDLE_TIMEOUT",
        "tls.reload-every, 0s, YMERA_GATEWAY_DOOR_TLS_RELOAD_EVERY",
        "stop.delay, PT-1S, SHUTDOWN_DELAY",
        "stop.delay, 2h, SHUTDOWN_DELAY",
        "stop.timeout, PT-1S, SHUTDOWN_TIMEOUT"
    })
    void whatIsNotIsNamedAsOperatorsSetIt(String name, String value, String variable) {
        assertThat(check(name, value)).extracting(ConfigError::property).containsExactly(variable);
    }

    @ParameterizedTest
    @CsvSource({"port, 0", "stop.delay, 0s", "stop.timeout, 0s", "idle-timeout, 24h", "body-limit, 0"})
    void whatIsAtTheEdgeIsFine(String name, String value) {
        assertThat(check(name, value)).isEmpty();
    }

    private static List<ConfigError> check(String name, String value) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(DoorConfig.class)
                .withConverter(Duration.class, AFTER_BUILT_IN, new DurationConverter())
                .withConverter(MemorySize.class, AFTER_BUILT_IN, new MemorySizeConverter())
                .withConverter(Path.class, AFTER_BUILT_IN, new PathConverter())
                .withDefaultValues(brought())
                .withDefaultValues(Map.of(PREFIX + name, value))
                .build();
        return new DoorCheck(config.getConfigMapping(DoorConfig.class)).check();
    }

    /** What application.properties says of this. */
    private static Map<String, String> brought() {
        Properties all = new Properties();
        try (InputStream in = requireNonNull(DoorConfig.class.getResourceAsStream("/application.properties"))) {
            all.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toMap(key -> key, all::getProperty));
    }
}
