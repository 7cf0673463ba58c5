package io.ymera.manager.dispatch;

import static io.ymera.manager.QueueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ClaimsTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    QueueFixture queue;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Claims claims;

    /** An agent that is told of a failure does not know of what was claimed before it: nobody would run that. */
    @Test
    void aClaimThatFailsHalfWayHasClaimedNothing() {
        CapabilityVersion first = QueueFixture.freshType();
        CapabilityVersion second = new CapabilityVersion(first.name() + "_too", 1);
        UUID task = queue.enqueue(queue.task(first, "a", TaskPriority.NORMAL, null, null));
        int impossible = -1;

        assertThatThrownBy(() -> await(claims.lease(QueueFixture.AGENT, transaction -> Uni.createFrom()
                        .item(Map.of(first, 1, second, impossible)))))
                .hasMessageContaining("LIMIT");

        assertThat(queue.status(task)).isEqualTo("pending");
        assertThat(queue.claim(first, 1)).extracting(ClaimedTask::taskId).containsExactly(task);
    }
}
