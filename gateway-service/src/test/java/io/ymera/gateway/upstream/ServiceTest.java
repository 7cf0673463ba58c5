package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.problem.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private Instant now = Instant.EPOCH;
    private final Target first = target(1);
    private final Target second = target(2);
    private final Target third = target(3);
    private final Service service = new Service("s", List.of(first, second, third));

    @Test
    void allGetRequests() {
        assertThat(picked(200)).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void theLessBusyOfTwoGetsIt() {
        Service two = new Service("s", List.of(first, second));
        turns(two, 100);

        assertThat(first.underWay().get()).isEqualTo(50);
        assertThat(second.underWay().get()).isEqualTo(50);
    }

    @Test
    void whatWantsNoRequestsGetsNoneWhileAnotherWill() {
        first.setReady(false);

        assertThat(picked(200)).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void oneThatWantsNoneIsBetterThanNone() {
        service.targets().forEach(target -> target.setReady(false));

        assertThat(picked(200)).containsExactlyInAnyOrder(first, second, third);
        assertThat(service.isUp()).isFalse();
    }

    @Test
    void whatHasBeenTriedIsTheLastChoice() {
        second.setReady(false);

        assertThat(pick(List.of(first, third))).isEqualTo(second);
        assertThat(pick(List.of(first, second, third))).isNotNull();
    }

    @Test
    void whatIsShutOutGetsNothingAndOneTryAfterItsPause() {
        open(first);
        assertThat(picked(200)).containsExactlyInAnyOrder(second, third);

        now = now.plus(PAUSE);

        List<Turn> turns = turns(service, 200);
        assertThat(turns.stream().filter(turn -> turn.target() == first)).hasSize(1);
    }

    @Test
    void ifAllAreShutOutNobodyGetsItAndTheClientHearsForHowLong() {
        open(first);
        now = now.plusSeconds(20);
        open(second);
        open(third);

        assertThat(service.pick(List.of())).isNull();

        Failure heard = service.unreachable();
        assertThat(heard.code().status()).isEqualTo(503);
        assertThat(heard.headers()).containsEntry("Retry-After", "40");
        assertThat(service.isUp()).isFalse();
    }

    @Test
    void aTurnIsGivenBackOnce() {
        Turn turn = requireNonNull(service.pick(List.of()));

        turn.abandoned();
        turn.failed();

        assertThat(turn.isOver()).isTrue();
        assertThat(turn.target().underWay().get()).isZero();
        assertThat(turn.target().breaker().admits()).isTrue();
    }

    private Set<Target> picked(int times) {
        Set<Target> picked = new HashSet<>();
        for (Turn turn : turns(service, times)) {
            picked.add(turn.target());
        }
        return picked;
    }

    private static List<Turn> turns(Service service, int times) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            turns.add(requireNonNull(service.pick(List.of())));
        }
        return turns;
    }

    private @Nullable Target pick(List<Target> tried) {
        @Nullable Turn turn = service.pick(tried);
        return turn == null ? null : turn.target();
    }

    private static void open(Target target) {
        requireNonNull(Turn.at(target)).failed();
    }

    private Target target(int number) {
        return new Target(URI.create("http://host-" + number), new CircuitBreaker(1, PAUSE, () -> now));
    }
}
