package io.ymera.bench.gateway;

import io.ymera.bench.measure.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How small requests were answered, in several rounds. */
record SmallAnswers(Spread perSecond, Spread p50Micros, Spread p99Micros, long errors) {

    static SmallAnswers of(List<Wrk.Answers> rounds) {
        return new SmallAnswers(
                spread(rounds, Wrk.Answers::perSecond),
                spread(rounds, Wrk.Answers::p50Micros),
                spread(rounds, Wrk.Answers::p99Micros),
                rounds.stream().mapToLong(Wrk.Answers::errors).sum());
    }

    private static Spread spread(List<Wrk.Answers> rounds, ToDoubleFunction<Wrk.Answers> value) {
        return Spread.of(rounds.stream().mapToDouble(value).toArray());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s a second, p50 %s µs, p99 %s µs, %d errors", perSecond, p50Micros, p99Micros, errors);
    }
}
