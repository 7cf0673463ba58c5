package io.ymera.agent;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.AcknowledgementCommitCallback;
import org.apache.kafka.common.TopicIdPartition;
import org.jspecify.annotations.Nullable;

/**
 * Follows up on the acknowledgements of one consumer: they travel with the next poll, and a consumer of which they come to
 * nothing may never receive again. For the thread that polls.
 */
final class Acknowledgements implements AcknowledgementCommitCallback {

    /** A poll that finds nothing takes a second, and what it carried is known when it has returned. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final LongSupplier nanoTime;
    private int open;
    private long waitingSince;
    private boolean refused;

    Acknowledgements() {
        this(System::nanoTime);
    }

    /** @param nanoTime in nanoseconds, from some moment on */
    Acknowledgements(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Records have been acknowledged, and the broker has not said so. */
    void expect(int records) {
        if (open == 0) {
            waitingSince = nanoTime.getAsLong();
        }
        open += records;
    }

    @Override
    public void onComplete(Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
        refused |= failure != null;
        open -= offsets.values().stream().mapToInt(Set::size).sum();
        waitingSince = nanoTime.getAsLong();
    }

    /** Whether the broker has refused one, or has been silent for long. */
    boolean haveComeToNothing() {
        return refused || (open > 0 && nanoTime.getAsLong() - waitingSince > PATIENCE.toNanos());
    }
}
