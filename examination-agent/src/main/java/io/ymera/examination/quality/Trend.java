package io.ymera.examination.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one score went, from the oldest verification to this one.
 *
 * @param score {@code overall} or one of the four
 * @param values the values that there were, oldest first, this verification's last
 * @param change this one's less the one's before; null if either has none
 */
@RegisterForReflection
public record Trend(
        String score, List<Double> values, @Nullable Double change) {

    /** Copies the list. */
    public Trend {
        values = List.copyOf(values);
    }

    /** Of all scores; none if there was no verification before. */
    static List<Trend> of(List<PreviousScores> previous, Scores now) {
        if (previous.isEmpty()) {
            return List.of();
        }
        List<PreviousScores> ordered = previous.stream()
                .sorted(Comparator.comparing(PreviousScores::at))
                .toList();
        List<Trend> trends = new ArrayList<>();
        trends.add(of("overall", ordered.stream().map(PreviousScores::overall).toArray(Double[]::new), now.overall()));
        for (Score score : now.scores()) {
            trends.add(of(
                    score.name().toString(),
                    ordered.stream().map(each -> each.of(score.name())).toArray(Double[]::new),
                    score.value()));
        }
        return trends.stream().filter(trend -> !trend.values().isEmpty()).toList();
    }

    private static Trend of(String name, @Nullable Double[] before, @Nullable Double now) {
        List<Double> values = new ArrayList<>();
        for (Double value : before) {
            if (value != null) {
                values.add(value);
            }
        }
        Double last = values.isEmpty() ? null : values.getLast();
        Double change = now == null || last == null ? null : Math.round((now - last) * 10) / 10.0;
        if (now != null) {
            values.add(now);
        }
        return new Trend(name, values, change);
    }
}
