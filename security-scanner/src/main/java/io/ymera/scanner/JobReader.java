package io.ymera.scanner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.report.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a job strictly: what is missing, of the wrong type, out of range or not known is a {@link BadJobException} that says which member. */
final class JobReader {

    /** A baseline may be an earlier log. */
    private static final int LONGEST = 256_000_000;

    private static final int MOST_FILE_BYTES = 100_000_000;
    private static final Set<String> MEMBERS = Set.of("root", "name", "scans", "today", "options");
    private static final Set<String> OPTIONS = Set.of(
            "max_files",
            "max_file_bytes",
            "history_commits",
            "fingerprint_key",
            "advisories",
            "licence_policy",
            "known_licences",
            "rules",
            "baseline",
            "cache",
            "exposures",
            "fail_at",
            "max_findings",
            "suppressions",
            "sarif");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JobReader() {}

    /** @param known the scans that there are */
    static Job read(InputStream in, Set<String> known) {
        JsonNode written;
        try {
            written = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new BadJobException("The job is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadJobException("The job can't be read: " + e.getMessage());
        }
        if (!written.isObject()) {
            throw new BadJobException("The job is no JSON object");
        }
        onlyKnown(written, MEMBERS, "");
        JsonNode options = written.path("options");
        if (!options.isMissingNode() && !options.isObject()) {
            throw new BadJobException("'options' is no JSON object");
        }
        onlyKnown(options, OPTIONS, "options.");
        Path root = folder(text(written, "root", ""), "root");
        String name = written.has("name") ? text(written, "name", "") : "code-base";
        return new Job(root, name, scans(written, known), today(written), options(options));
    }

    private static List<String> scans(JsonNode written, Set<String> known) {
        List<String> scans = texts(written, "scans", "");
        for (String scan : scans) {
            if (!known.contains(scan)) {
                throw new BadJobException("'scans' has '%s', but there are %s"
                        .formatted(
                                shortened(scan),
                                String.join(", ", known.stream().sorted().toList())));
            }
        }
        if (scans.isEmpty() || new HashSet<>(scans).size() < scans.size()) {
            throw new BadJobException("'scans' should name at least one scan, and each once");
        }
        return scans;
    }

    private static LocalDate today(JsonNode written) {
        String today = text(written, "today", "");
        try {
            return LocalDate.parse(today);
        } catch (DateTimeException e) {
            throw new BadJobException("'today' is '%s' and should be a date as 2026-11-26".formatted(shortened(today)));
        }
    }

    private static Job.Options options(JsonNode options) {
        Job.Options preset = Job.Options.DEFAULTS;
        String in = "options.";
        Set<String> exposures =
                options.hasNonNull("exposures") ? new HashSet<>(texts(options, "exposures", in)) : preset.exposures();
        if (!preset.exposures().containsAll(exposures)) {
            throw new BadJobException("'options.exposures' may have remote, local and stored, not more");
        }
        JsonNode policy = options.path("licence_policy");
        List<Path> rules = new ArrayList<>();
        if (options.hasNonNull("rules")) {
            texts(options, "rules", in).forEach(path -> rules.add(folder(path, "options.rules")));
        }
        return new Job.Options(
                number(options, "max_files", preset.maxFiles(), 1, 1_000_000),
                number(options, "max_file_bytes", (int) preset.maxFileBytes(), 1, MOST_FILE_BYTES),
                number(options, "history_commits", preset.historyCommits(), 0, 1_000_000),
                options.hasNonNull("fingerprint_key") ? text(options, "fingerprint_key", in) : "",
                options.hasNonNull("advisories") ? path(text(options, "advisories", in), "options.advisories") : null,
                policy.isMissingNode() || policy.isNull() ? null : policy,
                known(options.path("known_licences")),
                rules,
                baseline(options.get("baseline")),
                options.hasNonNull("cache") ? folder(text(options, "cache", in), "options.cache") : null,
                exposures,
                severity(options, preset.failAt()),
                number(options, "max_findings", preset.maxFindings(), 0, 1_000_000),
                flag(options, "suppressions", preset.suppressions()),
                flag(options, "sarif", preset.sarif()));
    }

    private static Map<String, String> known(JsonNode written) {
        Map<String, String> known = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : written.properties()) {
            if (!one.getValue().isTextual()) {
                throw new BadJobException("'options.known_licences' should have texts by package URL");
            }
            known.put(one.getKey(), one.getValue().asText());
        }
        if (!written.isMissingNode() && !written.isObject()) {
            throw new BadJobException("'options.known_licences' is no JSON object");
        }
        return known;
    }

    private static Baseline baseline(@Nullable JsonNode written) {
        try {
            return Baseline.of(written);
        } catch (IllegalArgumentException e) {
            throw new BadJobException("'options.baseline': " + e.getMessage());
        }
    }

    private static Severity severity(JsonNode options, Severity preset) {
        if (!options.hasNonNull("fail_at")) {
            return preset;
        }
        String name = text(options, "fail_at", "options.");
        try {
            return Severity.of(name);
        } catch (IllegalArgumentException e) {
            throw new BadJobException("'options.fail_at' is '%s', but there are critical, high, medium and low"
                    .formatted(shortened(name)));
        }
    }

    private static Path folder(String written, String member) {
        Path path = path(written, member);
        if (!Files.isDirectory(path)) {
            throw new BadJobException("'%s' is '%s', which is no folder".formatted(member, shortened(written)));
        }
        return path;
    }

    private static Path path(String written, String member) {
        try {
            Path path = Path.of(written);
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            // Said below
        }
        throw new BadJobException("'%s' is '%s' and should be an absolute path".formatted(member, shortened(written)));
    }

    private static int number(JsonNode options, String name, int preset, int least, int most) {
        JsonNode value = options.path(name);
        if (value.isMissingNode()) {
            return preset;
        }
        if (!value.canConvertToExactIntegral()
                || !value.canConvertToInt()
                || value.asInt() < least
                || value.asInt() > most) {
            throw new BadJobException("'options.%s' is %s and should be a whole number from %d to %d"
                    .formatted(name, shortened(value.toString()), least, most));
        }
        return value.asInt();
    }

    private static boolean flag(JsonNode options, String name, boolean preset) {
        JsonNode value = options.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new BadJobException(
                    "'options.%s' is %s and should be true or false".formatted(name, shortened(value.toString())));
        }
        return value.asBoolean(preset);
    }

    private static String text(JsonNode object, String name, String in) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            throw new BadJobException("'%s%s' is missing".formatted(in, name));
        }
        if (!value.isTextual()) {
            throw new BadJobException("'%s%s' is no text".formatted(in, name));
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode object, String name, String in) {
        JsonNode value = object.path(name);
        List<String> texts = new ArrayList<>();
        value.forEach(each -> {
            if (each.isTextual()) {
                texts.add(each.asText());
            }
        });
        if (!value.isArray() || texts.size() < value.size()) {
            throw new BadJobException("'%s%s' should be a list of texts".formatted(in, name));
        }
        return texts;
    }

    private static void onlyKnown(JsonNode object, Set<String> known, String in) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new BadJobException("There is no '%s%s'; there are %s"
                        .formatted(
                                in,
                                shortened(name),
                                String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    private static String shortened(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "…";
    }
}
