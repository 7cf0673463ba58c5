package io.ymera.manager.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class RosterTest {

    @Inject
    Roster roster;

    @Test
    void anAgentThatComesOrGoesIsSeenAtOnce() throws Exception {
        UUID id;
        try (var agent = new ScriptedAgent("roster_seen", 2, 1)) {
            id = agent.id();

            assertThat(online(id)).hasValueSatisfying(found -> {
                assertThat(found.slots()).isEqualTo(1);
                assertThat(found.capabilities()).isEqualTo(List.of(new CapabilityVersion("roster_seen", 2)));
            });
        }

        assertThat(online(id)).isEmpty();
    }

    private Optional<AgentSlots> online(UUID id) {
        return roster.online().await().atMost(Duration.ofSeconds(30)).stream()
                .filter(agent -> agent.agentId().equals(id))
                .findFirst();
    }
}
