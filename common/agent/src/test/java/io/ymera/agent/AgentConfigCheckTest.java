package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentConfigCheckTest {

    private static final String MANAGER = "http://127.0.0.1:8002";
    private static final String KAFKA = "127.0.0.1:9092";

    @Test
    void theDefaultsAreGood() {
        assertThat(errors(KitSettings.usual())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
    void slotsThatTheManagerWouldRefuseAreRefused(int slots) {
        assertThat(errors(KitSettings.usual().withSlots(slots))).singleElement().satisfies(error -> assertThat(
                        error.message())
                .contains("YMERA_AGENT_SLOTS", "" + slots, "1 to 10000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\0b", "a\nb", "../a", "a\\b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThat(errors(KitSettings.usual().withName(name)))
                .extracting(ConfigError::property)
                .containsExactly("ymera.agent.name");
    }

    @Test
    void aNameIsNotTooLong() {
        assertThat(errors(KitSettings.usual().withName("a".repeat(100)))).isEmpty();
        assertThat(errors(KitSettings.usual().withName("a".repeat(101)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT24H0.001S", "P106751991167300D"})
    void aDrainTimeoutIsNeitherNegativeNorEndless(Duration drainTimeout) {
        assertThat(errors(KitSettings.usual().withDrainTimeout(drainTimeout)))
                .extracting(ConfigError::property)
                .containsExactly("DRAIN_TIMEOUT");
    }

    @Test
    void anAgentMayLeaveAtOnce() {
        assertThat(errors(KitSettings.usual().withDrainTimeout(Duration.ZERO))).isEmpty();
    }

    @Test
    void aWorkDirectoryCanBeWrittenTo(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThat(errors(KitSettings.usual().withWorkDirectory(folder.resolve("made"))))
                .isEmpty();
        assertThat(errors(KitSettings.usual().withWorkDirectory(file)))
                .singleElement()
                .satisfies(
                        error -> assertThat(error.message()).contains("YMERA_AGENT_WORK_DIRECTORY", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "manager:8002", "ftp://manager", "http://", "http:// manager"})
    void theManagerHasAUrl(String url) {
        assertThat(new AgentConfigCheck(KitSettings.usual(), url, KAFKA).check())
                .extracting(ConfigError::property)
                .containsExactly("MANAGER_AGENT_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kafka", "kafka:", ":9092", "kafka:port", "kafka:9092,", "kafka:9092 other:9092"})
    void kafkaHasHostsAndPorts(String servers) {
        assertThat(new AgentConfigCheck(KitSettings.usual(), MANAGER, servers).check())
                .extracting(ConfigError::property)
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kafka:9092", "PLAINTEXT://kafka:9092", "a.example.org:1,b_c-d:2", "a:1, b:2", "[::1]:9092"})
    void kafkaMayBeManyServers(String servers) {
        assertThat(new AgentConfigCheck(KitSettings.usual(), MANAGER, servers).check())
                .isEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var settings = KitSettings.usual().withSlots(0).withMaxResultBytes(0);

        assertThat(new AgentConfigCheck(settings, "x", "y").check()).hasSize(4);
    }

    private static List<ConfigError> errors(KitSettings settings) {
        return new AgentConfigCheck(settings, MANAGER, KAFKA).check();
    }
}
