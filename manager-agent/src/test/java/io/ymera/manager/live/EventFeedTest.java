package io.ymera.manager.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.testkit.TestServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds as managers have them, each with its own connection to Redis. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class EventFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(100);

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    QueueFixture queue;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    EventRepository repository;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    ReactiveRedisDataSource redis;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Wakeups wakeups;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Wakeups others;

    private final CapabilityVersion type = QueueFixture.freshType();

    @BeforeEach
    void twoManagersStart() {
        wakeups = started();
        others = started();
    }

    private Wakeups started() {
        Wakeups manager = new Wakeups(redis);
        manager.start(new StartupEvent());
        awaitConnected(manager, true);
        return manager;
    }

    private static void awaitConnected(Wakeups manager, boolean wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (manager.isConnected() != wanted) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void theyStop() {
        wakeups.stop(new ShutdownEvent());
        others.stop(new ShutdownEvent());
    }

    @Test
    void aWakeUpIsEnoughWhileRedisIsThere() throws Exception {
        ClaimedTask task = running();
        var events = follow(wakeups, NEVER, task, 0);
        take(events, "task.created");
        take(events, "task.started");

        queue.report(task, 1, new Progress(0.5, "half"));

        take(events, "task.progress");
    }

    @Test
    void itLooksByItselfAsSoonAsRedisIsGone() throws Exception {
        ClaimedTask task = running();
        var events = follow(wakeups, SOON, task, 1);
        take(events, "task.started");

        TestServers.redis().kill9();
        try {
            queue.report(task, 1, new Completed(JsonNodeFactory.instance.objectNode()));

            take(events, "task.completed");
        } finally {
            TestServers.redis().restart();
        }
    }

    @Test
    void itIsWokenAgainAfterRedisWasGone() throws Exception {
        ClaimedTask task = running();
        TestServers.redis().kill9();
        awaitConnected(wakeups, false);
        TestServers.redis().restart();
        awaitConnected(wakeups, true);
        var events = follow(wakeups, NEVER, task, 1);
        take(events, "task.started");

        queue.report(task, 1, new Progress(0.5, "half"));

        take(events, "task.progress");
    }

    @Test
    void whatWasBegunAtOneManagerGoesOnAtAnother() throws Exception {
        ClaimedTask task = running();
        var here = follow(wakeups, NEVER, task, 0);
        take(here, "task.created");
        take(here, "task.started");
        queue.report(task, 1, new Progress(0.1, "begun"));
        EventView last = take(here, "task.progress");
        queue.report(task, 2, new Progress(0.2, "unseen"));

        var there = follow(others, NEVER, task, last.sequence());
        EventView next = take(there, "task.progress");
        queue.report(task, 3, new Completed(JsonNodeFactory.instance.objectNode()));
        EventView end = take(there, "task.completed");

        assertThat(next.sequence()).isEqualTo(last.sequence() + 1);
        assertThat(end.sequence()).isEqualTo(last.sequence() + 2);
    }

    private ClaimedTask running() {
        UUID task = queue.enqueue(queue.task(type, "a", TaskPriority.NORMAL, null, null));
        ClaimedTask claimed = queue.claim(type, 1).getFirst();
        assertThat(claimed.taskId()).isEqualTo(task);
        return claimed;
    }

    private BlockingQueue<EventView> follow(Wakeups manager, Duration pollInterval, ClaimedTask task, long after) {
        BlockingQueue<EventView> events = new LinkedBlockingQueue<>();
        new EventFeed(repository, manager, new Random(), pollInterval, NEVER)
                .follow(Source.task(task.taskId()), after, null)
                .subscribe()
                .with(events::add);
        return events;
    }

    private static EventView take(BlockingQueue<EventView> events, String type) throws InterruptedException {
        EventView event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.type()).isEqualTo(type);
        return event;
    }
}
