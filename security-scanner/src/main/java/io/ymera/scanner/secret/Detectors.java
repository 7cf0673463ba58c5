package io.ymera.scanner.secret;

import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The detectors of {@code detectors.yaml}, in its order, which is also their rank where two claim the same characters. */
final class Detectors {

    private static final String FILE = "detectors.yaml";
    private static final int BEFORE = 0;
    private static final int REACH = 320;
    private static final double ENTROPY = 2.8;
    /** Use of hard-coded credentials. */
    private static final int CWE = 798;

    private Detectors() {}

    /** Reads them. */
    static List<Detector> load() {
        try (InputStream in = Detectors.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Detector> detectors = new ArrayList<>();
            for (Object entry : (List<?>) all) {
                detectors.add(detector((Map<?, ?>) entry));
            }
            return List.copyOf(detectors);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " can't be read", e);
        }
    }

    private static Detector detector(Map<?, ?> entry) {
        String id = text(entry, "id", null);
        List<String> keywords = new ArrayList<>();
        for (Object keyword : (List<?>) required(entry, "keywords")) {
            keywords.add(keyword.toString().toLowerCase(Locale.ROOT));
        }
        Kind kind = new Kind(
                id,
                text(entry, "name", null),
                !"false".equals(text(entry, "made", "true")),
                Severity.of(text(entry, "severity", "high")),
                (int) number(entry, "cwe", CWE),
                text(entry, "fix", null));
        return new Detector(
                kind,
                Pattern.compile(text(entry, "pattern", null)),
                List.copyOf(keywords),
                (int) number(entry, "before", BEFORE),
                (int) number(entry, "reach", REACH),
                Checksum.valueOf(text(entry, "checksum", "none").toUpperCase(Locale.ROOT)),
                number(entry, "entropy", ENTROPY));
    }

    private static Object required(Map<?, ?> entry, String member) {
        Object value = entry.get(member);
        if (value == null) {
            throw new IllegalStateException("%s: %s has no %s".formatted(FILE, entry.get("id"), member));
        }
        return value;
    }

    private static String text(Map<?, ?> entry, String member, @Nullable String otherwise) {
        Object value = otherwise == null ? required(entry, member) : entry.get(member);
        return value == null ? String.valueOf(otherwise) : value.toString();
    }

    private static double number(Map<?, ?> entry, String member, double otherwise) {
        return entry.get(member) instanceof Number number ? number.doubleValue() : otherwise;
    }
}
