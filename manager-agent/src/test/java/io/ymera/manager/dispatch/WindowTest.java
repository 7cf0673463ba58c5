package io.ymera.manager.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.manager.agent.AgentSlots;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimRepository.Active;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final CapabilityVersion BUILD = new CapabilityVersion("build", 1);
    private static final CapabilityVersion TEST = new CapabilityVersion("test", 1);

    private final AgentSlots builder = new AgentSlots(UUID.randomUUID(), 2, List.of(BUILD));
    private final AgentSlots both = new AgentSlots(UUID.randomUUID(), 3, List.of(BUILD, TEST));

    @Test
    void whatRunsTakesTheSlotOfItsAgent() {
        Window window = new Window(List.of(builder), List.of(new Active(BUILD, builder.agentId(), 1)));

        assertThat(window.free(BUILD)).isEqualTo(1);
        assertThat(window.free(TEST)).isZero();
    }

    @Test
    void theSlotsOfAnAgentAreSharedByItsCapabilities() {
        Window window = new Window(List.of(both), List.of(new Active(BUILD, both.agentId(), 2)));

        assertThat(window.free(BUILD)).isEqualTo(1);
        assertThat(window.free(TEST)).isEqualTo(1);
        assertThat(window.place(TEST, 5)).isEqualTo(1);
        assertThat(window.free(BUILD)).isZero();
    }

    @Test
    void whatIsOnItsWayGoesToTheLeastVersatileAgentFirst() {
        Window window = new Window(List.of(both, builder), List.of(new Active(BUILD, null, 2)));

        assertThat(window.free(TEST)).isEqualTo(3);
        assertThat(window.free(BUILD)).isEqualTo(3);
    }

    @Test
    void roomThatIsGivenBackCanBeTakenAgainAndNoMore() {
        Window window = new Window(List.of(both, builder), List.of(new Active(TEST, both.agentId(), 1)));

        assertThat(window.place(BUILD, 4)).isEqualTo(4);
        window.giveBack(BUILD, 3);
        assertThat(window.free(BUILD)).isEqualTo(3);
        window.giveBack(BUILD, 100);
        assertThat(window.free(BUILD)).isEqualTo(4);
    }

    @Test
    void anAgentWithMoreTasksThanSlotsHasNoRoom() {
        Window window = new Window(List.of(builder), List.of(new Active(BUILD, builder.agentId(), 5)));

        assertThat(window.free(BUILD)).isZero();
        assertThat(window.slots(BUILD)).isEqualTo(2);
        assertThat(window.agents(BUILD)).isEqualTo(1);
    }
}
