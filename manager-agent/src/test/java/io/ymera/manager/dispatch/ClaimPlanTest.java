package io.ymera.manager.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Retry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a claim reads must not depend on how much waits, whatever PostgreSQL thinks that it knows. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ClaimPlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    QueueFixture fixture;

    @Inject
    Pool pool;

    private final CapabilityVersion type = QueueFixture.freshType();

    @Test
    void readsTheQueueInOrderEvenIfStatisticsSayThatItIsEmpty() throws Exception {
        for (int i = 0; i < 20; i++) {
            fixture.enqueue(fixture.task(type, Limits.DEFAULT, Retry.DEFAULT));
        }

        JsonNode plan = JSON.readTree(planWhenNothingWaited());

        assertThat(scans(plan, "CTE turn")).containsExactly("Index Scan tasks_pending");
        assertThat(scans(plan, "CTE oldest")).containsExactly("Index Scan tasks_oldest", "CTE Scan turn");
    }

    /** Statistics are made of a moment in which nothing waits, which is then undone. */
    private String planWhenNothingWaited() {
        Tuple anything = Tuple.tuple()
                .addValue(type.name())
                .addValue(type.version())
                .addValue(9)
                .addValue(1)
                .addValue("dispatched")
                .addValue(null)
                .addValue(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .addValue(null)
                .addValue(10.0)
                .addValue(1000);
        String[] plan = new String[1];
        pool.withTransaction(transaction -> transaction
                        .query("UPDATE tasks SET status = 'cancelled' WHERE status = 'pending'")
                        .execute()
                        .chain(() -> transaction.query("ANALYZE tasks").execute())
                        .chain(() -> transaction
                                .preparedQuery("EXPLAIN (FORMAT JSON) " + ClaimRepository.CLAIM)
                                .execute(anything))
                        .invoke(rows ->
                                plan[0] = rows.iterator().next().getValue(0).toString())
                        .chain(() -> Uni.createFrom().failure(new Undo())))
                .onFailure(Undo.class)
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(30));
        return plan[0];
    }

    /** What the subplan reads, outermost first; a sort would be among it. */
    private static List<String> scans(JsonNode plan, String subplan) {
        for (JsonNode node : plan.findParents("Subplan Name")) {
            if (node.get("Subplan Name").asText().equals(subplan)) {
                List<String> found = new ArrayList<>();
                collect(node, found);
                return found;
            }
        }
        throw new AssertionError("There is no " + subplan + " in " + plan);
    }

    private static void collect(JsonNode node, List<String> found) {
        String type = node.path("Node Type").asText();
        if (type.contains("Scan") || type.contains("Sort")) {
            String of = node.path("Index Name").asText(node.path("CTE Name").asText());
            found.add((type + " " + of).strip());
        }
        node.path("Plans").forEach(child -> collect(child, found));
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
