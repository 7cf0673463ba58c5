package io.ymera.scanner.config;

import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules of {@code rules.yaml}, by id. */
final class Rules {

    private static final String FILE = "rules.yaml";

    private Rules() {}

    static Map<String, Rule> load() {
        try (InputStream in = Rules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            Map<String, Rule> rules = new LinkedHashMap<>();
            for (Object entry : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)) {
                Map<?, ?> map = (Map<?, ?>) entry;
                Rule rule = new Rule(
                        text(map, "id"),
                        Integer.parseInt(text(map, "cwe")),
                        Severity.of(text(map, "severity")),
                        text(map, "fix"),
                        text(map, "reference"));
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalStateException("%s has %s twice".formatted(FILE, rule.id()));
                }
            }
            return rules;
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " can't be read", e);
        }
    }

    private static String text(Map<?, ?> entry, String member) {
        Object value = entry.get(member);
        if (value == null) {
            throw new IllegalStateException("%s: %s has no %s".formatted(FILE, entry.get("id"), member));
        }
        return value.toString();
    }
}
