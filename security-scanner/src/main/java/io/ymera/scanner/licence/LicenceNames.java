package io.ymera.scanner.licence;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ids of the SPDX list, and what people write in place of them. */
final class LicenceNames {

    /** By themselves in lower case. */
    private static final Map<String, String> IDS = new HashMap<>();

    /** By names without what does not tell them apart, see {@link #plain}. */
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String id : lines("ids.txt")) {
            IDS.put(id.toLowerCase(Locale.ROOT), id);
        }
        put("MIT", "mit", "expat", "mit x11", "the mit", "x11 mit");
        put(
                "Apache-2.0",
                "apache 2.0",
                "apache 2",
                "apache software 2.0",
                "apache",
                "asl 2.0",
                "apache v2",
                "apache2",
                "apache2.0",
                "al 2.0");
        put(
                "BSD-3-Clause",
                "bsd 3 clause",
                "3 clause bsd",
                "new bsd",
                "modified bsd",
                "bsd new",
                "revised bsd",
                "eclipse distribution 1.0",
                "edl 1.0",
                "bsd 3");
        put("BSD-2-Clause", "bsd 2 clause", "2 clause bsd", "simplified bsd", "freebsd", "bsd 2");
        put("ISC", "isc", "iscl");
        put("0BSD", "zero clause bsd", "bsd zero clause");
        put("MPL-2.0", "mozilla public 2.0", "mpl 2.0", "mpl 2", "mozilla 2.0");
        put("MPL-1.1", "mozilla public 1.1", "mpl 1.1");
        put("EPL-1.0", "eclipse public 1.0", "epl 1.0");
        put("EPL-2.0", "eclipse public 2.0", "epl 2.0", "epl 2");
        put("CDDL-1.0", "cddl 1.0", "common development and distribution 1.0", "cddl");
        put("LGPL-2.1-only", "lgpl 2.1", "gnu lesser general public 2.1", "lgpl v2.1", "gnu lgpl 2.1");
        put("LGPL-2.1-or-later", "lgpl 2.1 or later", "lgplv2+", "gnu lesser general public 2.1 or later", "lgpl");
        put(
                "LGPL-3.0-only",
                "lgpl 3.0",
                "lgpl 3",
                "lgplv3",
                "gnu lesser general public 3",
                "gnu lesser general public 3.0");
        put("LGPL-3.0-or-later", "lgplv3+", "gnu lesser general public 3 or later");
        put("GPL-2.0-only", "gpl 2.0", "gpl 2", "gplv2", "gnu general public 2", "gnu general public 2.0", "gnu gpl 2");
        put("GPL-2.0-or-later", "gplv2+", "gnu general public 2 or later", "gpl 2.0 or later");
        put(
                "GPL-3.0-only",
                "gpl 3.0",
                "gpl 3",
                "gplv3",
                "gnu general public 3",
                "gnu general public 3.0",
                "gnu gpl 3",
                "gnu gplv3");
        put("GPL-3.0-or-later", "gplv3+", "gnu general public 3 or later", "gpl 3.0 or later");
        put(
                "AGPL-3.0-only",
                "agpl 3.0",
                "agpl 3",
                "agplv3",
                "gnu affero general public 3",
                "gnu affero general public 3.0",
                "gnu agplv3");
        put("AGPL-3.0-or-later", "agplv3+", "gnu affero general public 3 or later");
        put("Unlicense", "unlicense", "the unlicense");
        put("CC0-1.0", "cc0", "cc0 1.0", "cc0 1.0 universal", "public domain per creative commons cc0");
        put("BSL-1.0", "boost 1.0", "boost software 1.0", "boost");
        put("PSF-2.0", "psf", "python software foundation", "psfl");
        put("Zlib", "zlib", "zlib/libpng");
        put("WTFPL", "wtfpl");
        put("PostgreSQL", "postgresql", "the postgresql");
    }

    private static final Pattern MARKS = Pattern.compile("[,()\"_:;\\s-]");
    private static final Pattern VERSION = Pattern.compile("\\bv(?:ersion|\\.)?\\s*([0-9])");

    private LicenceNames() {}

    private static void put(String id, String... names) {
        for (String name : names) {
            NAMES.put(name, id);
        }
    }

    /** The licence that this whole text names. */
    static Optional<Expression.Licence> find(String text) {
        boolean balanced = text.chars().filter(c -> c == '(').count()
                == text.chars().filter(c -> c == ')').count();
        if (text.length() > 200 || !balanced) {
            return Optional.empty();
        }
        String plain = plain(text);
        // GPL with the class path exception has a name of its own in pom.xml
        if (plain.contains("classpath exception")
                || plain.contains("class path exception")
                || plain.equals("gpl2 w/ cpe")) {
            return Optional.of(new Expression.Licence("GPL-2.0-only", false, "Classpath-exception-2.0", true));
        }
        String id = NAMES.get(plain);
        return id == null ? Optional.empty() : Optional.of(licence(id, null));
    }

    /** Without articles, "licence", "version", commas and hyphens. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        String parted = MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String spaced = VERSION.matcher(parted).replaceAll(" $1");
        for (String word : spaced.split(" ", -1)) {
            boolean noise = List.of("the", "license", "licence", "licenses", "version", "")
                    .contains(word);
            if (!noise) {
                plain.append(plain.isEmpty() ? "" : " ").append(word);
            }
        }
        return plain.toString();
    }

    /** As the list writes the id; the old {@code GPL-2.0} and {@code GPL-2.0+} as their successors. */
    static Expression.Licence licence(String written, @Nullable String exception) {
        boolean later = written.endsWith("+") && written.length() > 1;
        String bare = later ? written.substring(0, written.length() - 1) : written;
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean gnu = lower.startsWith("gpl-") || lower.startsWith("lgpl-") || lower.startsWith("agpl-");
        String successor = lower + (later ? "-or-later" : "-only");
        String id = gnu && IDS.containsKey(successor) ? IDS.get(successor) : IDS.get(lower);
        boolean known = id != null;
        return new Expression.Licence(id == null ? bare : id, later || lower.endsWith("-or-later"), exception, known);
    }

    static List<String> lines(String resource) {
        try (InputStream in = LicenceNames.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not beside " + LicenceNames.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
