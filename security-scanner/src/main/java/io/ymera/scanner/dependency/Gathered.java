package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the formats have read until now. */
final class Gathered {

    final List<Manifest> manifests = new ArrayList<>();
    final List<Lock> locks = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();

    void note(String path, String text) {
        notes.add(new Note(path, text));
    }

    /** The folder of a path, with a slash behind it; empty for the root. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    static Location at(String path, int line) {
        return Location.line(path, Math.max(1, line));
    }

    /** Adds a hash as {@code sha512-<base64>} or {@code sha256:<hexadecimal>}; what is neither is left out. */
    static void hash(String written, Map<String, String> into) {
        int cut = Math.max(written.indexOf('-'), written.indexOf(':'));
        if (cut <= 0 || written.length() > 200) {
            return;
        }
        String algorithm =
                switch (written.substring(0, cut).toLowerCase(Locale.ROOT)) {
                    case "sha1" -> "SHA-1";
                    case "sha256" -> "SHA-256";
                    case "sha384" -> "SHA-384";
                    case "sha512" -> "SHA-512";
                    default -> "";
                };
        String value = written.substring(cut + 1);
        if (algorithm.isEmpty()) {
            return;
        }
        int bytes = algorithm.equals("SHA-1") ? 20 : Integer.parseInt(algorithm.substring(4)) / 8;
        try {
            byte[] hash = written.charAt(cut) == '-'
                    ? Base64.getDecoder().decode(value)
                    : HexFormat.of().parseHex(value.toLowerCase(Locale.ROOT));
            if (hash.length == bytes) {
                into.put(algorithm, HexFormat.of().formatHex(hash));
            }
        } catch (IllegalArgumentException e) {
            // No hash of ours to give on
        }
    }

    /** The way from one folder to another below it; the whole of it if it is elsewhere. */
    static String relative(String folder, String below) {
        return below.startsWith(folder) ? below.substring(folder.length()) : below;
    }
}
