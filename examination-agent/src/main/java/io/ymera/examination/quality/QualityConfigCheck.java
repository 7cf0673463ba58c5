package io.ymera.examination.quality;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An agent whose scores would mean nothing does not start. */
@Singleton
final class QualityConfigCheck implements StartupCheck {

    private static final double ROUNDING = 1e-6;

    private final QualityConfig config;

    QualityConfigCheck(QualityConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        double sum = 0;
        for (ScoreName score : ScoreName.values()) {
            double weight = config.weight(score);
            sum += weight;
            if (!(weight >= 0 && weight <= 1)) {
                errors.add(new ConfigError(variable(score), "" + weight, "0 to 1"));
            }
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            String weights = Arrays.stream(ScoreName.values())
                    .map(score -> variable(score) + "=" + config.weight(score))
                    .collect(Collectors.joining(", "));
            errors.add(new ConfigError("QUALITY_*_WEIGHT", weights, "weights that are 1 together"));
        }
        percent("QUALITY_THRESHOLD", config.threshold(), errors);
        percent("CODE_COVERAGE_MIN", config.coverageMin(), errors);
        Set<String> names =
                Arrays.stream(ScoreName.values()).map(ScoreName::toString).collect(Collectors.toSet());
        config.optional().stream()
                .flatMap(Set::stream)
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> errors.add(new ConfigError(
                        "QUALITY_OPTIONAL",
                        name,
                        "code, security, performance or documentation, with commas between")));
        return errors;
    }

    private static void percent(String name, double value, List<ConfigError> errors) {
        if (!(value >= 0 && value <= 100)) {
            errors.add(new ConfigError(name, "" + value, "0 to 100"));
        }
    }

    private static String variable(ScoreName score) {
        return "QUALITY_" + score.name().toUpperCase(Locale.ROOT) + "_WEIGHT";
    }
}
