package io.ymera.scanner.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was known before: the fingerprints of an earlier report, or its SARIF log. */
public final class Baseline {

    /** Nothing was known: all findings are new. */
    public static final Baseline NONE = new Baseline(Map.of(), 0, false);

    private static final int LONGEST = 200;

    private final Map<String, Absent> known;
    private final int unnamed;
    private final boolean given;

    private Baseline(Map<String, Absent> known, int unnamed, boolean given) {
        this.known = known;
        this.unnamed = unnamed;
        this.given = given;
    }

    /**
     * Reads one.
     *
     * @param written a list of fingerprints, a SARIF log, or null
     * @throws IllegalArgumentException if it is neither; the message is a sentence
     */
    public static Baseline of(@Nullable JsonNode written) {
        if (written == null || written.isNull() || written.isMissingNode()) {
            return NONE;
        }
        if (written.isArray()) {
            return list(written);
        }
        if (written.path("runs").isArray()) {
            return log(written);
        }
        throw new IllegalArgumentException("The baseline is neither a list of fingerprints nor a SARIF log");
    }

    private static Baseline list(JsonNode written) {
        Map<String, Absent> known = new LinkedHashMap<>();
        for (JsonNode each : written) {
            if (!each.isTextual() || each.asText().length() > LONGEST) {
                throw new IllegalArgumentException("The baseline has something in its list that is no fingerprint");
            }
            known.put(each.asText(), new Absent(each.asText(), null, null, null, null));
        }
        return new Baseline(known, 0, true);
    }

    private static Baseline log(JsonNode written) {
        Map<String, Absent> known = new LinkedHashMap<>();
        int unnamed = 0;
        for (JsonNode run : written.path("runs")) {
            String scan = Sarif.scan(run.at("/automationDetails/id").asText(""));
            for (JsonNode result : run.path("results")) {
                JsonNode print = result.at("/partialFingerprints/" + Sarif.FINGERPRINT.replace("/", "~1"));
                if (result.path("baselineState").asText().equals("absent")) {
                    continue;
                }
                if (!print.isTextual()) {
                    unnamed++;
                    continue;
                }
                JsonNode place = result.at("/locations/0/physicalLocation/artifactLocation/uri");
                known.put(
                        print.asText(),
                        new Absent(
                                print.asText(),
                                scan,
                                text(result.path("ruleId")),
                                text(result.at("/message/text")),
                                text(place)));
            }
        }
        return new Baseline(known, unnamed, true);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    boolean given() {
        return given;
    }

    /** It as well if it was known by the name of what was folded into it. */
    BaselineState state(Reported finding) {
        return finding.fingerprints().anyMatch(known::containsKey) ? BaselineState.UNCHANGED : BaselineState.NEW;
    }

    /**
     * What is gone. Nothing is said of a scan that was not run to its end.
     *
     * @param now the fingerprints of all that is there
     */
    List<Absent> absent(Set<String> now, List<Ran> scans) {
        Map<String, Boolean> whole = new TreeMap<>();
        scans.forEach(scan -> whole.put(scan.name(), scan.whole()));
        boolean all = whole.values().stream().allMatch(each -> each);
        List<Absent> absent = new ArrayList<>();
        known.forEach((fingerprint, was) -> {
            boolean asked = was.scan() == null ? all : whole.getOrDefault(was.scan(), false);
            if (asked && !now.contains(fingerprint)) {
                absent.add(Objects.requireNonNull(was));
            }
        });
        return absent;
    }

    List<ReportNote> notes() {
        return unnamed == 0
                ? List.of()
                : List.of(new ReportNote(
                        null,
                        null,
                        "%,d results of the baseline have no fingerprint of ours, so what they are about counts as new"
                                .formatted(unnamed)));
    }
}
