package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidRecordStateException;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final TopicIdPartition PARTITION = new TopicIdPartition(Uuid.ONE_UUID, 0, "ymera.tasks.scripted");

    private final AtomicLong now = new AtomicLong();
    private final Acknowledgements acknowledgements = new Acknowledgements(now::get);

    @Test
    void nothingThatIsExpectedCanNotComeToNothing() {
        acknowledgements.expect(0);
        pass(LONG);

        assertThat(acknowledgements.haveComeToNothing()).isFalse();
    }

    @Test
    void whatTheBrokerHasTakenIsSettled() {
        acknowledgements.expect(2);
        acknowledgements.onComplete(Map.of(PARTITION, Set.of(0L, 1L)), null);
        pass(LONG);

        assertThat(acknowledgements.haveComeToNothing()).isFalse();
    }

    @Test
    void whatIsUnderWayMayTakeItsTime() {
        acknowledgements.expect(1);
        pass(Duration.ofSeconds(3));

        assertThat(acknowledgements.haveComeToNothing()).isFalse();
    }

    @Test
    void silenceForLongIsNothing() {
        acknowledgements.expect(2);
        acknowledgements.onComplete(Map.of(PARTITION, Set.of(0L)), null);
        pass(LONG);

        assertThat(acknowledgements.haveComeToNothing()).isTrue();
    }

    @Test
    void patienceBeginsWithTheFirstThatIsOpen() {
        acknowledgements.expect(1);
        pass(Duration.ofSeconds(3));
        acknowledgements.expect(1);
        pass(Duration.ofSeconds(3));

        assertThat(acknowledgements.haveComeToNothing()).isTrue();
    }

    @Test
    void aRefusalIsNothingAtOnce() {
        acknowledgements.expect(1);
        acknowledgements.onComplete(Map.of(PARTITION, Set.of(0L)), new InvalidRecordStateException("too late"));

        assertThat(acknowledgements.haveComeToNothing()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
