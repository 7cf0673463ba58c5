package io.ymera.scanner.licence;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises licences by their text: by how much of its pairs of words two texts share (the Sørensen–Dice coefficient), whatever the case, the
 * punctuation, the line breaks and the names in it are. Reading the known texts takes a moment, so one is made per scan.
 */
public final class LicenceTexts {

    /** Whose texts are known; of twins the more common first. */
    private static final List<String> KNOWN = List.of(
            "MIT",
            "Apache-2.0",
            "BSD-3-Clause",
            "BSD-2-Clause",
            "ISC",
            "MPL-2.0",
            "GPL-3.0-only",
            "GPL-2.0-only",
            "LGPL-2.1-only",
            "LGPL-3.0-only",
            "AGPL-3.0-only",
            "EPL-2.0",
            "EPL-1.0",
            "CDDL-1.0",
            "Unlicense",
            "CC0-1.0",
            "0BSD",
            "MIT-0",
            "BSD-4-Clause",
            "Zlib",
            "BSL-1.0",
            "PostgreSQL",
            "WTFPL",
            "Artistic-2.0",
            "CC-BY-4.0",
            "CC-BY-SA-4.0",
            "EUPL-1.2",
            "BlueOak-1.0.0",
            "MS-PL",
            "SSPL-1.0",
            "BUSL-1.1",
            "Python-2.0");

    private static final double ALIKE = 0.85;
    private static final int LONGEST = 200_000;
    private static final int SHORTEST_WORDS = 10;

    private static final Pattern TAG = Pattern.compile("SPDX-License-Identifier:\\s*([^\\r\\n*]{1,200})");

    private final Map<String, Map<String, Integer>> known = new LinkedHashMap<>();

    /** Reads the known texts. */
    public LicenceTexts() {
        for (String id : KNOWN) {
            known.put(id, pairs(String.join("\n", LicenceNames.lines("texts/" + id + ".txt"))));
        }
    }

    /**
     * The licence that a text grants.
     *
     * @return nothing if it is none that is known
     */
    public Optional<Expression> recognise(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher tag = TAG.matcher(start);
        if (tag.find()) {
            return Expression.of(tag.group(1).strip());
        }
        Map<String, Integer> pairs = pairs(start);
        String best = "";
        double most = ALIKE;
        for (Map.Entry<String, Map<String, Integer>> one : known.entrySet()) {
            double alike = alike(pairs, one.getValue());
            if (alike > most) {
                most = alike;
                best = one.getKey();
            }
        }
        return best.isEmpty() ? named(start) : Optional.of(LicenceNames.licence(later(best, start), null));
    }

    /** The GPL family's own text is the same for both; a notice before it says which. */
    private static String later(String id, String text) {
        boolean family = id.startsWith("GPL") || id.startsWith("LGPL") || id.startsWith("AGPL");
        String start = text.substring(0, Math.min(text.length(), 1500)).toLowerCase(Locale.ROOT);
        boolean notice = start.contains("any later version") && start.contains("redistribute it and/or modify");
        return family && notice ? id.replace("-only", "-or-later") : id;
    }

    /** A notice in place of the text, as the Apache and GNU licences propose. */
    private static Optional<Expression> named(String text) {
        String flat = String.join(" ", words(text.substring(0, Math.min(text.length(), 5000))));
        if (flat.contains("licensed under the apache license version 2 0")) {
            return Optional.of(LicenceNames.licence("Apache-2.0", null));
        }
        if (flat.contains("subject to the terms of the mozilla public license v 2 0")) {
            return Optional.of(LicenceNames.licence("MPL-2.0", null));
        }
        for (String kind : List.of("affero", "lesser", "")) {
            String full = "gnu " + (kind.isEmpty() ? "" : kind + " ") + "general public license";
            int at = flat.indexOf("under the terms of the " + full);
            if (at >= 0) {
                String rest = flat.substring(at, Math.min(flat.length(), at + 300));
                String version = rest.contains("version 3") ? "3.0" : rest.contains("version 2 1") ? "2.1" : "2.0";
                String prefix = kind.isEmpty() ? "GPL-" : kind.equals("lesser") ? "LGPL-" : "AGPL-";
                boolean later = rest.contains("any later version");
                return Optional.of(LicenceNames.licence(prefix + version + (later ? "-or-later" : "-only"), null));
            }
        }
        return Optional.empty();
    }

    private static double alike(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> pair : one.entrySet()) {
            shared += Math.min(pair.getValue(), other.getOrDefault(pair.getKey(), 0));
            all += pair.getValue();
        }
        for (int count : other.values()) {
            all += count;
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static Map<String, Integer> pairs(String text) {
        List<String> words = words(text);
        Map<String, Integer> pairs = new HashMap<>();
        if (words.size() >= SHORTEST_WORDS) {
            for (int i = 1; i < words.size(); i++) {
                pairs.merge(words.get(i - 1) + " " + words.get(i), 1, Integer::sum);
            }
        }
        return pairs;
    }

    /** Letters and digits only, without lines that claim the copyright and what stands in placeholders. */
    private static List<String> words(String text) {
        StringBuilder kept = new StringBuilder();
        text.lines().forEach(line -> {
            String plain = line.strip().toLowerCase(Locale.ROOT);
            boolean claim = plain.startsWith("copyright (c)")
                    || plain.startsWith("copyright ©")
                    || plain.startsWith("(c) ")
                    || (plain.startsWith("copyright ") && plain.length() > 10 && Character.isDigit(plain.charAt(10)));
            if (!claim) {
                kept.append(plain).append('\n');
            }
        });
        StringBuilder spaced = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            open = c == '<' || (open && c != '>' && c != '\n');
            boolean word = Character.isLetterOrDigit(c) && !open;
            // An apostrophe joins; all kinds of quotes and dashes part
            if (word) {
                spaced.append(c);
            } else if (c != '\'' && c != '’') {
                spaced.append(' ');
            }
        }
        return List.of(spaced.toString().strip().split("\\s+", -1));
    }
}
