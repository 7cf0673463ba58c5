package io.ymera.manager.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class CapabilitiesTest {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Client client = Client.user();

    @Inject
    Capabilities capabilities;

    @Inject
    DataSource database;

    @Test
    void aTaskGetsTheNewestVersionThatIsOnlineOrElseTheNewest() throws Exception {
        try (var first = new ScriptedAgent("cap_choice", 1, 1)) {
            try (var second = new ScriptedAgent("cap_choice", 2, 1)) {
                assertThat(chosen("cap_choice", null)).isEqualTo(2);
                assertThat(chosen("cap_choice", 1)).isEqualTo(1);
            }
            assertThat(chosen("cap_choice", null)).isEqualTo(1);
            assertThat(chosen("cap_choice", 2)).isEqualTo(2);
        }
        assertThat(chosen("cap_choice", null)).isEqualTo(2);
    }

    @Test
    void aVersionThatNobodyAnnouncedIsUnknownAndKnownOnesAreNamed() throws Exception {
        new ScriptedAgent("cap_unknown", 3, 1).close();

        assertThatThrownBy(() -> await(capabilities.choose("cap_unknown", 4)))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_TASK_TYPE);
                    assertThat(e.detail()).contains("version 4", "are: 3");
                    assertThat(e.violations().getFirst().pointer()).isEqualTo("/version");
                });
    }

    @Test
    void eachVersionHasItsOwnSchema() throws Exception {
        try (var one = new ScriptedAgent("cap_schema", 1, 1);
                var two = new ScriptedAgent("cap_schema", 2, 1, "{\"type\": \"object\", \"required\": [\"word\"]}")) {
            await(capabilities.validate(new CapabilityVersion("cap_schema", 1), NOTHING, "/parameters"));

            assertThatThrownBy(() -> await(
                            capabilities.validate(new CapabilityVersion("cap_schema", 2), NOTHING, "/parameters")))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
        }
    }

    @Test
    void anotherSchemaForAVersionTakesEffectAtOnce() throws Exception {
        new ScriptedAgent("cap_again", 1, 1).close();
        await(capabilities.validate(new CapabilityVersion("cap_again", 1), NOTHING, ""));

        new ScriptedAgent("cap_again", 1, 1, "{\"required\": [\"word\"]}").close();

        assertThatThrownBy(() -> await(capabilities.validate(new CapabilityVersion("cap_again", 1), NOTHING, "")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void theListSaysHowManyAgentsAndSlotsThereAre() throws Exception {
        try (var one = new ScriptedAgent("cap_listed", 1, 2);
                var two = new ScriptedAgent("cap_listed", 1, 3);
                var newer = new ScriptedAgent("cap_listed", 2, 1)) {
            client.get("/capabilities")
                    .statusCode(200)
                    .body("items.findAll { it.name == 'cap_listed' }.version", contains(1, 2))
                    .body("items.findAll { it.name == 'cap_listed' }.agents", contains(2, 1))
                    .body("items.findAll { it.name == 'cap_listed' }.slots", contains(5, 1))
                    .body("items.find { it.name == 'cap_listed' }.parameters_schema.type", equalTo("object"));
        }
    }

    @Test
    void handingInATaskDoesNotAskTheDatabaseForItsType() throws Exception {
        new ScriptedAgent("cap_cached", 1, 1).close();
        client.submit("cap_cached");

        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.createStatement()) {
                lock.execute("LOCK TABLE capabilities, agents IN ACCESS EXCLUSIVE MODE");
                client.submit("cap_cached");
            } finally {
                other.rollback();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "A", "a.v2", "a b", "../x", "cap_never_announced"})
    void whatIsNoKnownTypeIsUnknown(String taskType) {
        assertThatThrownBy(() -> await(capabilities.choose(taskType, null)))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_TASK_TYPE));
    }

    private int chosen(String taskType, @Nullable Integer version) {
        return await(capabilities.choose(taskType, version)).version();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
