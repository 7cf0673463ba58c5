package io.ymera.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ymera.bench.measure.Spread;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AimTest {

    @Test
    void all_are_met_by_a_gateway_that_is_fast_and_takes_little() {
        assertThat(Aim.of(beside(measured(15_000, 50, 0))))
                .extracting(Aim::ratio, Aim::met)
                .containsExactly(tuple(1.5, true), tuple(1.0, true), tuple(2.5, true));
    }

    @Test
    void none_is_met_by_one_that_is_slow() {
        assertThat(Aim.of(beside(measured(14_000, 60, 0))))
                .extracting(Aim::ratio, Aim::met)
                .containsExactly(tuple(1.4, false), tuple(0.93, false), tuple(3.0, false));
    }

    @Test
    void none_is_met_by_one_that_refuses() {
        assertThat(Aim.of(beside(measured(50_000, 5, 1)))).noneMatch(Aim::met);
    }

    @Test
    void what_was_not_measured_is_no_aim() {
        assertThat(Aim.of(Map.of(Candidate.GATEWAY, measured(1, 1, 0)))).isEmpty();
        assertThat(Aim.of(Map.of(Candidate.NGINX, measured(1, 1, 0)))).isEmpty();
    }

    private static Map<Candidate, Measured> beside(Measured ours) {
        return Map.of(
                Candidate.NGINX, measured(30_000, 20, 0),
                Candidate.NGINX_AUTH_REQUEST, measured(15_000, 30, 0),
                Candidate.SPRING_CLOUD_GATEWAY, measured(10_000, 100, 0),
                Candidate.GATEWAY, ours);
    }

    private static Measured measured(double perSecond, double cpuMicros, long errors) {
        Spread latency = Spread.of(1);
        return new Measured(
                Spread.of(perSecond), latency, latency, Spread.of(cpuMicros), Map.of(), 1000, errors, 1, 1, true);
    }
}
