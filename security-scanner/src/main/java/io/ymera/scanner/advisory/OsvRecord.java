package io.ymera.scanner.advisory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.scanner.dependency.Ecosystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one record of OSV's format. A member of the wrong type counts as not there. */
final class OsvRecord {

    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_VERSIONS = 50_000;
    private static final int LONGEST_TEXT = 500;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build());

    private final JsonNode json;

    private OsvRecord(JsonNode json) {
        this.json = json;
    }

    /** @throws IOException if it is no JSON object with an id */
    static OsvRecord of(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        if (json == null || json.path("id").asText("").isEmpty()) {
            throw new IOException("It is no advisory");
        }
        return new OsvRecord(json);
    }

    String modified() {
        return json.path("modified").asText("");
    }

    boolean withdrawn() {
        return !json.path("withdrawn").asText("").isEmpty();
    }

    /** The advisory with what it says of these packages; nothing if that is nothing. */
    Optional<Advisory> about(Set<PackageName> packages) {
        List<Advisory.Affected> affected = new ArrayList<>();
        List<String> vectors = new ArrayList<>(vectors(json.path("severity")));
        List<Integer> cwes = new ArrayList<>(cwes(json.path("database_specific")));
        String rated = rated(json.path("database_specific"));
        String informational = null;
        for (JsonNode one : json.path("affected")) {
            PackageName name = name(one.path("package"));
            if (name == null || !packages.contains(name)) {
                continue;
            }
            affected.add(new Advisory.Affected(
                    name, ranges(one), texts(one.path("versions"), MOST_VERSIONS), symbols(one, name)));
            vectors.addAll(vectors(one.path("severity")));
            cwes.addAll(cwes(one.path("database_specific")));
            rated = rated == null ? rated(one.path("ecosystem_specific")) : rated;
            rated = rated == null ? rated(one.path("database_specific")) : rated;
            String said = one.path("database_specific").path("informational").asText("");
            informational = said.isEmpty() ? informational : said;
        }
        if (affected.isEmpty()) {
            return Optional.empty();
        }
        String summary = json.path("summary").asText("");
        if (summary.isEmpty()) {
            summary = json.path("details").asText("").lines().findFirst().orElse("");
        }
        List<String> references = new ArrayList<>();
        for (JsonNode reference : json.path("references")) {
            references.add(cut(reference.path("url").asText("")));
        }
        return Optional.of(new Advisory(
                cut(json.path("id").asText("")),
                texts(json.path("aliases"), 200),
                cut(summary.strip()),
                modified(),
                vectors,
                rated,
                new TreeSet<>(cwes).stream().toList(),
                informational,
                affected,
                references.stream().limit(50).toList()));
    }

    private static @Nullable PackageName name(JsonNode node) {
        String written = node.path("ecosystem").asText("");
        // "Maven:https://…" is another repository of the same ecosystem
        int colon = written.indexOf(':');
        String ecosystem = colon < 0 ? written : written.substring(0, colon);
        for (Ecosystem known : Ecosystem.values()) {
            if (known.osv().equals(ecosystem)) {
                return new PackageName(known, known.normal(node.path("name").asText("")));
            }
        }
        return null;
    }

    private static List<Advisory.Range> ranges(JsonNode affected) {
        List<Advisory.Range> ranges = new ArrayList<>();
        String bound = affected.path("database_specific")
                .path("last_known_affected_version_range")
                .asText("");
        for (JsonNode range : affected.path("ranges")) {
            if (range.path("type").asText("").equals("GIT")) {
                continue;
            }
            List<Advisory.Event> events = new ArrayList<>();
            for (JsonNode event : range.path("events")) {
                event.properties().forEach(one -> {
                    String version = one.getValue().asText("");
                    if (!version.isEmpty() && events.size() < MOST_EVENTS) {
                        events.add(new Advisory.Event(one.getKey(), version));
                    }
                });
            }
            ranges.add(new Advisory.Range(events, cut(bound)));
        }
        return ranges;
    }

    /** Go's database names packages with symbols, RustSec paths of functions, GitHub paths of functions too. */
    private static List<Advisory.Symbols> symbols(JsonNode affected, PackageName name) {
        Map<String, List<String>> symbols = new LinkedHashMap<>();
        JsonNode specific = affected.path("ecosystem_specific");
        for (JsonNode source : List.of(specific, affected.path("database_specific"))) {
            for (JsonNode one : source.path("imports")) {
                String path = one.path("path").asText("");
                if (!path.isEmpty()) {
                    symbols.computeIfAbsent(path, key -> new ArrayList<>()).addAll(texts(one.path("symbols"), 1000));
                }
            }
        }
        List<String> functions = new ArrayList<>(texts(specific.path("affected_functions"), 1000));
        JsonNode affects = specific.path("affects").path("functions");
        functions.addAll(texts(affects, 1000));
        // RustSec's own files have them as members, with versions as values
        affects.properties().forEach(one -> functions.add(one.getKey()));
        for (String function : functions) {
            String plain = function.replace("::", ".");
            int end = name.ecosystem() == Ecosystem.MAVEN ? plain.lastIndexOf('.') : plain.indexOf('.');
            if (end > 0) {
                symbols.computeIfAbsent(plain.substring(0, end), key -> new ArrayList<>())
                        .add(plain.substring(end + 1));
            }
        }
        return symbols.entrySet().stream()
                .map(one -> new Advisory.Symbols(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<String> vectors(JsonNode severity) {
        List<String> vectors = new ArrayList<>();
        for (JsonNode one : severity) {
            String score = one.path("score").asText("");
            if (one.path("type").asText("").startsWith("CVSS_V") && score.length() <= 300) {
                vectors.add(score);
            }
        }
        return vectors.subList(0, Math.min(vectors.size(), 20));
    }

    private static @Nullable String rated(JsonNode specific) {
        String text = specific.path("severity").asText("");
        return text.isEmpty() ? null : cut(text).toUpperCase(Locale.ROOT);
    }

    private static List<Integer> cwes(JsonNode specific) {
        List<Integer> cwes = new ArrayList<>();
        List<String> written = new ArrayList<>(texts(specific.path("cwe_ids"), 50));
        for (JsonNode one : specific.path("cwes")) {
            written.add(one.path("cweId").asText(""));
        }
        for (String one : written) {
            if (one.startsWith("CWE-")
                    && one.length() <= 9
                    && one.substring(4).chars().allMatch(Character::isDigit)) {
                cwes.add(Integer.valueOf(one.substring(4)));
            }
        }
        return cwes;
    }

    private static List<String> texts(JsonNode list, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            if (one.isTextual() && texts.size() < most) {
                texts.add(cut(one.asText()));
            }
        }
        return texts;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
