package io.ymera.scanner.secret;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.incremental.Clean;
import io.ymera.scanner.secret.history.Commit;
import io.ymera.scanner.secret.history.GitHistory;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scan {@code secret_scan}: secrets in the files of a tree, and in what its git repository remembers. In goes a tree; out comes a finding
 * for each place of each secret, in the order of paths and lines, those of the history behind. Values are masked in all of it. Never throws for
 * what it reads: a note says what was not looked at. Not thread-safe.
 */
public final class SecretScan {

    private static final String SCAN = "secret_scan";
    private static final int MOST_IN_FILE = 200;
    private static final int MOST = 10_000;

    private final Options options;
    private final Fingerprints fingerprints;
    private final Clean clean;
    private final TextScan scan = new TextScan();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    /** What is in the working tree, and where it stands in {@link #findings}. */
    private final Map<String, Integer> here = new HashMap<>();
    /** Values that were seen, with the number that the report gives them. */
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Of each path and value that only the history has, the first version. */
    private final Map<String, Old> old = new LinkedHashMap<>();

    /**
     * What the caller may choose.
     *
     * @param fingerprintKey key of the fingerprints, only known to whoever keeps the reports; empty if there is none, then passwords have no
     *     fingerprint
     * @param history how much of the git history is looked at; null if none
     * @param now what counts as now for tokens that expire; null if it doesn't matter
     */
    public record Options(
            String fingerprintKey,
            GitHistory.@Nullable Bounds history,
            @Nullable Instant now) {

        /** Without a key and a clock; with the newest 20,000 commits, 200,000 versions and 1 GB of the history. */
        public static Options defaults() {
            return new Options("", new GitHistory.Bounds(20_000, 200_000, 1_000_000_000L, 2_000_000), null);
        }

        @Override
        public String toString() {
            return "Options[history=%s, now=%s]".formatted(history, now);
        }
    }

    /** What a version of a file has. */
    private record Old(
            String path, Candidate candidate, Place place, Lines.Position from, Lines.Position to, Commit commit) {}

    private SecretScan(Options options, Clean clean) {
        this.options = options;
        this.clean = clean;
        this.fingerprints =
                new Fingerprints(options.fingerprintKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Looks through all files of {@code tree}, and its history. */
    public static Findings scan(SourceTree tree, Options options) {
        return scan(tree, options, Clean.none());
    }

    /** The same, but not through what is known to be clean; what is found to be so is known then. */
    public static Findings scan(SourceTree tree, Options options, Clean clean) {
        SecretScan scan = new SecretScan(options, clean);
        for (String path : tree.paths()) {
            if (CredentialFiles.store(path)) {
                scan.store(path);
            } else {
                tree.read(path).ifPresent(scan::file);
            }
        }
        if (options.history() != null) {
            scan.notes.addAll(GitHistory.walk(tree.root(), options.history(), scan::version));
            scan.old.values().forEach(scan::oldFinding);
        }
        return new Findings(scan.findings, scan.notes);
    }

    private void store(String path) {
        if (!Place.of(path).test()) {
            Kind kind = Kind.KEY_STORE;
            findings.add(Finding.at(
                    SCAN,
                    kind.id(),
                    kind.cwe(),
                    kind.severity(),
                    "A key store is among the files",
                    kind.fix(),
                    Location.line(path, 1),
                    kind.id()));
        }
    }

    private void file(SourceFile file) {
        String key = Clean.key(file.path(), file.hash());
        if (clean.has(key)) {
            return;
        }
        Place place = Place.of(file.path());
        TextScan.Result result = scan.scan(file.path(), file.text(), place);
        if (result.whole() && result.candidates().isEmpty()) {
            clean.add(key);
        }
        List<Candidate> candidates = result.candidates();
        if (!result.whole() || candidates.size() > MOST_IN_FILE) {
            notes.add(new Note(file.path(), "Has so much that looks like secrets that not all of it was looked at"));
        }
        Lines lines = new Lines(file.text());
        Map<String, Integer> anchors = new HashMap<>();
        for (Candidate candidate : candidates.subList(0, Math.min(candidates.size(), MOST_IN_FILE))) {
            if (findings.size() >= MOST) {
                return;
            }
            here.putIfAbsent(identity(file.path(), candidate), findings.size());
            here.putIfAbsent(candidate.value(), findings.size());
            Location location = location(file.path(), lines.at(candidate.start()), lines.at(candidate.end()));
            String anchor = anchor(candidate);
            int same = anchors.merge(anchor, 1, Integer::sum);
            findings.add(
                    finding(candidate, place, location, same == 1 ? anchor : anchor + " " + same, Optional.empty()));
        }
    }

    private static String identity(String path, Candidate candidate) {
        return path + "\0" + candidate.value();
    }

    /** Of each secret at each path, the first version counts; what is still there is known better already. */
    private void version(String path, String text, Commit commit) {
        String key = Clean.key(path, "version " + text);
        if (clean.has(key)) {
            return;
        }
        Place place = Place.of(path);
        Lines lines = null;
        List<Candidate> candidates = scan.scan(path, text, place).candidates();
        if (candidates.isEmpty()) {
            clean.add(key);
        }
        for (Candidate candidate : candidates) {
            String identity = identity(path, candidate);
            if (old.containsKey(identity) || old.size() >= MOST) {
                continue;
            }
            lines = lines == null ? new Lines(text) : lines;
            old.put(
                    identity,
                    new Old(path, candidate, place, lines.at(candidate.start()), lines.at(candidate.end()), commit));
        }
    }

    private void oldFinding(Old version) {
        Integer stillThere = here.get(identity(version.path(), version.candidate()));
        if (stillThere != null) {
            Finding now = findings.get(stillThere);
            Map<String, String> properties = new HashMap<>(now.properties());
            properties.putAll(history(version.commit(), true));
            findings.set(stillThere, with(now, properties));
        } else if (findings.size() < MOST) {
            Location location = location(version.path(), version.from(), version.to());
            String anchor = "history " + version.commit().id() + " " + anchor(version.candidate());
            findings.add(
                    finding(version.candidate(), version.place(), location, anchor, Optional.of(version.commit())));
        }
    }

    private static Map<String, String> history(Commit commit, boolean stillThere) {
        return Map.of(
                "commit", commit.id(),
                "author_date", commit.authored(),
                "in_working_tree", Boolean.toString(stillThere));
    }

    private static Finding with(Finding finding, Map<String, String> properties) {
        return new Finding(
                finding.scan(),
                finding.rule(),
                finding.cwe(),
                finding.severity(),
                finding.message(),
                finding.fix(),
                finding.location(),
                finding.flow(),
                finding.anchor(),
                properties);
    }

    private Finding finding(
            Candidate candidate, Place place, Location location, String anchor, Optional<Commit> commit) {
        Kind kind = candidate.kind();
        Masked masked = Masked.of(candidate.value(), candidate.known());
        Map<String, String> properties = new HashMap<>();
        properties.put("masked", masked.shown());
        properties.put(
                "secret", Integer.toString(numbers.computeIfAbsent(candidate.value(), value -> numbers.size() + 1)));
        fingerprints.of(candidate.value(), kind.made()).ifPresent(print -> properties.put("fingerprint", print));
        if (!candidate.key().isEmpty()) {
            properties.put("name", candidate.key());
        }
        commit.ifPresent(first -> properties.putAll(history(first, here.containsKey(candidate.value()))));
        if (kind.id().equals("jwt")) {
            Jwt.expiry(candidate.value())
                    .ifPresent(at -> properties.put(
                            "expires",
                            Instant.ofEpochSecond(Math.clamp(at, 0, 253_402_300_799L))
                                    .toString()));
        }
        String name = candidate.key().isEmpty() ? "" : " called " + candidate.key();
        String message = "%s %s%s (%s) is %s"
                .formatted(
                        article(kind.name()),
                        kind.name(),
                        name,
                        masked,
                        commit.map(first -> "in the git history, since commit "
                                        + first.id().substring(0, 10))
                                .orElse("in the code"));
        return new Finding(
                SCAN,
                kind.id(),
                List.of(kind.cwe()),
                severity(candidate, place),
                message,
                kind.fix(),
                location,
                List.of(),
                anchor,
                properties);
    }

    private Severity severity(Candidate candidate, Place place) {
        Severity severity = candidate.kind().severity();
        severity = place.test() ? severity.lowered() : severity;
        severity = candidate.weak() ? severity.lowered() : severity;
        boolean ofTest = !candidate.kind().made() || candidate.kind().equals(Kind.PRIVATE_KEY);
        severity = place.test() && ofTest ? severity.lowered() : severity;
        Instant now = options.now();
        boolean expired = now != null
                && candidate.kind().id().equals("jwt")
                && Jwt.expiry(candidate.value())
                        .filter(at -> at < now.getEpochSecond())
                        .isPresent();
        return expired ? Severity.LOW : severity;
    }

    /** What stays when lines move: the kind, the name, and the fingerprint where it may be shown. */
    private String anchor(Candidate candidate) {
        Function<String, String> word = part -> part.isEmpty() ? "" : " " + part;
        return candidate.kind().id()
                + word.apply(candidate.key())
                + word.apply(fingerprints
                        .of(candidate.value(), candidate.kind().made())
                        .orElse(""));
    }

    private static Location location(String path, Lines.Position from, Lines.Position to) {
        return new Location(path, from.line(), from.column(), to.line(), to.column());
    }

    private static String article(String name) {
        return List.of('A', 'E', 'I', 'O').contains(Character.toUpperCase(name.charAt(0))) ? "An" : "A";
    }
}
