package io.ymera.security.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Texts;
import io.ymera.contracts.Json;
import io.ymera.security.report.BaselineState;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Place;
import io.ymera.security.report.Source;
import io.ymera.security.report.Step;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a SARIF log that another scanner wrote. It has read what strangers wrote, so it is not believed: a result has to name a file of
 * the code base and a line, texts are cut, and only the first so many count. Results that the tool itself suppressed are passed over.
 */
final class SarifReader {

    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9@][A-Za-z0-9@_.:/ -]{0,199}");
    private static final int MOST_RESULTS = 20_000;
    private static final int MOST_STEPS = 60;
    private static final int LONGEST_URI = 8000;
    private static final int LARGEST_LINE = 50_000_000;
    private static final int TEXT = 1000;
    private static final int SHORT_TEXT = 300;

    private final ObjectMapper json = Json.mapper();
    private final String tool;
    private final Project project;
    private final Kinds kinds;
    private @Nullable Map<String, Optional<String>> byName;
    private int unbelieved;
    private int tooMany;

    /** What a tool's results are about. */
    interface Kinds {

        /** The scan that a result belongs to; empty if it is of no interest. */
        Optional<String> scan(SarifRule result);

        /** Its weaknesses, if the log does not say. */
        List<Integer> weaknesses(String rule);

        /** More of it. */
        default Map<String, String> properties(SarifRule result) {
            return Map.of();
        }
    }

    SarifReader(String tool, Project project, Kinds kinds) {
        this.tool = tool;
        this.project = project;
        this.kinds = kinds;
    }

    /**
     * What a log says.
     *
     * @param version the tool's, as it says
     */
    record Log(List<Finding> findings, String version, List<String> notes) {}

    /** Reads; empty if it is no SARIF log. */
    Optional<Log> read(String text) {
        JsonNode log;
        try {
            log = json.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (log == null || !log.path("runs").isArray()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        String version = "unknown";
        for (JsonNode run : log.path("runs")) {
            JsonNode driver = run.path("tool").path("driver");
            version =
                    driver.path("semanticVersion").asText(driver.path("version").asText(version));
            run(run, findings);
        }
        List<String> notes = new ArrayList<>();
        if (unbelieved > 0) {
            notes.add("%,d results of %s were not believed: they name no line of a file of the code base"
                    .formatted(unbelieved, tool));
        }
        if (tooMany > 0) {
            notes.add("%,d results of %s are left out: they are too many".formatted(tooMany, tool));
        }
        return Optional.of(new Log(findings, Texts.bounded(version, 40), notes));
    }

    private void run(JsonNode run, List<Finding> findings) {
        Map<String, JsonNode> rules = new HashMap<>();
        List<JsonNode> components = new ArrayList<>(List.of(run.path("tool").path("driver")));
        run.path("tool").path("extensions").forEach(components::add);
        components.forEach(component -> component
                .path("rules")
                .forEach(rule -> rules.put(rule.path("id").asText(), rule)));
        JsonNode numbered = components.getFirst().path("rules");
        for (JsonNode result : run.path("results")) {
            JsonNode rule = rules.getOrDefault(
                    id(result, numbered), numbered.path(result.path("ruleIndex").asInt(-1)));
            boolean says = result.path("kind").asText("fail").equals("fail")
                    && !result.path("baselineState").asText().equals("absent")
                    && result.path("suppressions").isEmpty();
            if (says && findings.size() >= MOST_RESULTS) {
                tooMany++;
            } else if (says) {
                finding(new SarifRule(result, rule), id(result, numbered)).ifPresent(findings::add);
            }
        }
    }

    private static String id(JsonNode result, JsonNode rules) {
        JsonNode own = result.path("ruleId");
        JsonNode inner = result.path("rule").path("id");
        return own.asText(inner.asText(
                rules.path(result.path("ruleIndex").asInt(-1)).path("id").asText("")));
    }

    private Optional<Finding> finding(SarifRule result, String rule) {
        Optional<String> scan = kinds.scan(result);
        if (scan.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> place = place(result.result().path("locations").path(0));
        if (place.isEmpty() || !RULE.matcher(rule).matches()) {
            unbelieved++;
            return Optional.empty();
        }
        List<Integer> said = result.weaknesses();
        return Optional.of(new Finding(
                scan.get(),
                rule,
                result.severity(),
                said.isEmpty() ? kinds.weaknesses(rule) : said,
                text(result.message(), rule, TEXT),
                "",
                place.get(),
                flow(result.result()),
                List.of(new Source(tool, rule)),
                "",
                BaselineState.NEW,
                null,
                properties(result)));
    }

    private Map<String, String> properties(SarifRule result) {
        Map<String, String> properties = new HashMap<>();
        kinds.properties(result).forEach((name, value) -> properties.put(name, text(value, "", SHORT_TEXT)));
        String help = result.rule().path("helpUri").asText("");
        if (help.startsWith("https://")) {
            properties.put("help", text(help, "", SHORT_TEXT));
        }
        return properties;
    }

    private List<Step> flow(JsonNode result) {
        List<Step> steps = new ArrayList<>();
        JsonNode first = result.path("codeFlows").path(0).path("threadFlows").path(0);
        for (JsonNode each : first.path("locations")) {
            JsonNode location = each.path("location");
            place(location)
                    .filter(place -> steps.size() < MOST_STEPS)
                    .ifPresent(place -> steps.add(new Step(
                            place, text(location.path("message").path("text").asText(""), "", SHORT_TEXT))));
        }
        return steps;
    }

    private Optional<Place> place(JsonNode location) {
        JsonNode physical = location.path("physicalLocation");
        JsonNode region = physical.path("region");
        int line = region.path("startLine").asInt(1);
        Optional<String> path =
                path(physical.path("artifactLocation").path("uri").asText(""));
        if (path.isEmpty() || line < 1 || line > LARGEST_LINE) {
            return Optional.empty();
        }
        Integer column = positive(region.path("startColumn"));
        Integer endLine = positive(region.path("endLine"));
        boolean ends = endLine != null && endLine >= line && endLine <= LARGEST_LINE;
        return Optional.of(new Place(
                path.get(),
                line,
                column,
                ends ? endLine : null,
                ends && column != null ? positive(region.path("endColumn")) : null));
    }

    private static @Nullable Integer positive(JsonNode number) {
        return number.isInt() && number.asInt() > 0 ? number.asInt() : null;
    }

    /** Which file of the code base is meant; tools name it from the root, from where they found it, or from where sources begin. */
    private Optional<String> path(String uri) {
        if (uri.isEmpty() || uri.length() > LONGEST_URI) {
            return Optional.empty();
        }
        String path;
        try {
            path = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            path = uri;
        }
        path = path.replaceFirst("^file:(?://)?(?=/)", "");
        for (String root : List.of(Confined.CODE + "/", project.folder() + "/", "./")) {
            path = path.startsWith(root) ? path.substring(root.length()) : path;
        }
        if (project.has(path)) {
            return Optional.of(path);
        }
        return path.startsWith("/") ? Optional.empty() : bySuffix(path);
    }

    /** The only file whose path ends like that. */
    private Optional<String> bySuffix(String suffix) {
        if (byName == null) {
            byName = new HashMap<>();
        }
        return byName.computeIfAbsent(suffix, wanted -> {
            List<String> all = project.paths().stream()
                    .filter(path -> path.endsWith("/" + wanted))
                    .limit(2)
                    .toList();
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        });
    }

    private static String text(String text, String otherwise, int most) {
        return text.isBlank() ? otherwise : Texts.bounded(text.strip(), most);
    }
}
