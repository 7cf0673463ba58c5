package io.ymera.scanner.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds secrets in one text. Patterns are tried around keywords only, so that the time is linear in the length of the text. Immutable.
 */
final class TextScan {

    /** Of one detector, or of names, in one text: what has more was made to be slow. */
    private static final int MOST_HITS = 20_000;

    private static final int MOST_NAMES = 100_000;

    /** Characters on which one pattern is tried, besides twice the length of the text. */
    private static final long MOST_TRIED = 4_000_000;

    private static final Pattern RESERVED = Pattern.compile(
            "(.*\\.)?(example|test|invalid|example\\.(com|org|net)|host|hostname|domain|your.*|my.*host.*)(\\.com)?\\.?");
    private static final int LONGEST_BLOB = 200;

    private final List<Detector> detectors = Detectors.load();
    private final Keywords keywords;
    /** Of each keyword, the detectors that wait for it; those behind the last are {@link #names} and {@link #pem}. */
    private final List<int[]> waiting = new ArrayList<>();

    private final int names = detectors.size();
    private final int pem = names + 1;

    TextScan() {
        Set<String> words = new LinkedHashSet<>();
        detectors.forEach(detector -> words.addAll(detector.keywords()));
        words.addAll(Names.WORDS);
        words.add(PrivateKeys.WORD);
        for (String word : words) {
            waiting.add(waitingFor(word));
        }
        keywords = new Keywords(List.copyOf(words));
    }

    private int[] waitingFor(String word) {
        List<Integer> all = new ArrayList<>();
        for (int d = 0; d < detectors.size(); d++) {
            if (detectors.get(d).keywords().contains(word)) {
                all.add(d);
            }
        }
        if (Names.WORDS.contains(word)) {
            all.add(names);
        }
        if (word.equals(PrivateKeys.WORD)) {
            all.add(pem);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * What was found.
     *
     * @param candidates in the order of the text; none overlaps another
     * @param whole false if there was so much that some was not tried
     */
    record Result(List<Candidate> candidates, boolean whole) {}

    /** Finds what looks like secrets in {@code text}. */
    Result scan(String path, String text, Place place) {
        Search search = new Search(path, text, place);
        keywords.find(text, search);
        search.found.addAll(CredentialFiles.find(path, text));
        return new Result(apart(search.found), search.whole);
    }

    /** Of candidates that overlap, the one of the best rank. */
    private static List<Candidate> apart(List<Candidate> all) {
        List<Candidate> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingInt(Candidate::rank).thenComparingInt(Candidate::start));
        TreeMap<Integer, Candidate> kept = new TreeMap<>();
        for (Candidate candidate : ranked) {
            var before = kept.floorEntry(candidate.end());
            boolean free = before == null || !before.getValue().overlaps(candidate);
            if (free) {
                kept.put(candidate.start(), candidate);
            }
        }
        return List.copyOf(kept.values());
    }

    /** One pass over one text. */
    private final class Search implements Keywords.Visitor {
        private final String text;
        private final Place place;
        private final Assignments assignments;
        private final List<Candidate> found = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private final int[] hits = new int[detectors.size() + 2];
        /** How many characters each pattern was tried on. */
        private final long[] tried = new long[detectors.size()];

        private final int[] done = new int[detectors.size() + 2];
        private boolean whole = true;

        Search(String path, String text, Place place) {
            this.text = text;
            this.place = place;
            assignments = new Assignments(path, text, place);
            Arrays.fill(done, -1);
        }

        @Override
        public void found(int word, int start) {
            for (int who : waiting.get(word)) {
                if (start < done[who]) {
                    continue;
                }
                if (++hits[who] > (who == names ? MOST_NAMES : MOST_HITS)) {
                    whole = false;
                } else if (who == names) {
                    assignments.at(start).ifPresent(candidate -> add(who, candidate));
                } else if (who == pem) {
                    PrivateKeys.at(text, start).ifPresent(candidate -> add(who, candidate));
                } else {
                    tryOne(who, start);
                }
            }
        }

        private void add(int who, Candidate candidate) {
            if (seen.add((long) who << 32 | candidate.start())) {
                found.add(candidate);
                done[who] = who == names ? done[who] : candidate.end();
            }
        }

        private void tryOne(int who, int hit) {
            Detector detector = detectors.get(who);
            int from = Math.max(0, hit - detector.before());
            int to = Math.min(text.length(), hit + detector.reach());
            tried[who] += to - from;
            if (tried[who] > MOST_TRIED + 2L * text.length()) {
                whole = false;
                return;
            }
            Matcher matcher = detector.pattern().matcher(text.substring(from, to));
            int next = 0;
            while (next <= to - from && matcher.find(next)) {
                int start = from + matcher.start("secret");
                int end = from + matcher.end("secret");
                String value = text.substring(start, end);
                if (bounded(start, end) && secret(detector, value) && !reserved(end)) {
                    boolean weak = !detector.kind().made() && Likeness.chosen(value);
                    if (!(weak && place.test())) {
                        add(who, new Candidate(detector.kind(), detector.keywords(), who, start, end, value, "", weak));
                    }
                }
                next = Math.max(matcher.end(), matcher.start() + 1);
            }
        }

        /** Whether the characters around are no part of it, and it is not a piece of an image or an archive in base64. */
        private boolean bounded(int start, int end) {
            boolean escape = start > 1 && text.charAt(start - 2) == '\\' && "nrt".indexOf(text.charAt(start - 1)) >= 0;
            boolean joined =
                    start > 0 && wordCharacter(text.charAt(start - 1)) && wordCharacter(text.charAt(start)) && !escape
                            || end < text.length() && wordCharacter(text.charAt(end));
            return !joined && !inBlob(start, end);
        }

        /** Whether a host follows that can't be anybody's (RFC 2606). */
        private boolean reserved(int end) {
            if (end >= text.length() || text.charAt(end) != '@') {
                return false;
            }
            int stop = end + 1;
            while (stop < text.length()
                    && stop - end < LONGEST_BLOB
                    && (wordCharacter(text.charAt(stop)) || ".-".indexOf(text.charAt(stop)) >= 0)) {
                stop++;
            }
            String host = text.substring(end + 1, stop).toLowerCase(Locale.ROOT);
            return RESERVED.matcher(host).matches();
        }

        private boolean inBlob(int start, int end) {
            int left = start;
            while (left > 0 && start - left < LONGEST_BLOB && base64(text.charAt(left - 1))) {
                left--;
            }
            int right = end;
            while (right < text.length() && right - end < LONGEST_BLOB && base64(text.charAt(right))) {
                right++;
            }
            return start - left + right - end >= LONGEST_BLOB;
        }
    }

    private static boolean secret(Detector detector, String value) {
        return Entropy.of(value) >= detector.entropy()
                && detector.checksum().holds(value)
                && !(detector.checksum() == Checksum.JWT && Jwt.shown(value))
                && (detector.checksum() == Checksum.CRC32_BASE62
                        || detector.checksum() == Checksum.JWT
                        || !Placeholders.placeholder(value));
    }

    private static boolean wordCharacter(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean base64(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
    }
}
