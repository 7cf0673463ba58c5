package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.testkit.MutableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class WorkflowGaugesTest {

    @Inject
    WatchRepository repository;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void whatWaitsForPeopleIsCounted() {
        Flow.start(Client.user(), "", "{\"name\": \"ok\", \"approval\": {\"timeout_seconds\": 86400}}");
        MutableClock clock = new MutableClock(Instant.now());
        WorkflowGauges gauges = new WorkflowGauges(repository, clock, metrics);
        assertThat(value("ymera.workflows.approvals")).isZero();

        refresh(gauges);
        double approvals = value("ymera.workflows.approvals");
        assertThat(approvals).isPositive();
        assertThat(value("ymera.workflows.unfinished")).isGreaterThanOrEqualTo(approvals);
        clock.advance(Duration.ofDays(2));
        refresh(gauges);

        assertThat(value("ymera.workflows.approvals.overdue")).isPositive();
    }

    private double value(String gauge) {
        return metrics.get(gauge).gauge().value();
    }

    private static void refresh(WorkflowGauges gauges) {
        gauges.refresh().await().atMost(Duration.ofSeconds(30));
    }
}
