package io.ymera.auth.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passwords that have leaked, in a file of the operator's in the format in which "Have I Been Pwned" can be downloaded: lines
 * of {@code SHA1-IN-HEX:count}, sorted by hash. It has 40 GiB or so, is searched where it is, and is never loaded. Methods
 * block; thread-safe.
 */
@Singleton
final class BreachedPasswords {

    static final String FILE = "BREACHED_PASSWORDS_FILE";

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{40}):[0-9]+");
    private static final int LONGEST_LINE = 64;
    private static final int SAMPLES = 100;

    private final Optional<Path> file;

    BreachedPasswords(@ConfigProperty(name = FILE) Optional<String> file) {
        this.file = file.filter(name -> !name.isBlank()).map(Path::of);
    }

    /** A line: where it begins, where the next one does, and its hash in upper case. */
    private record Line(long begin, long end, String hash) {}

    Optional<Path> file() {
        return file;
    }

    /** Whether {@code password} has leaked; false if there is no file. */
    boolean contains(String password) throws IOException {
        if (file.isEmpty()) {
            return false;
        }
        String wanted = sha1(password);
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
            long low = 0;
            long high = channel.size();
            while (low < high) {
                Line line = lineAt(channel, (low + high) >>> 1);
                int order = line.hash().compareTo(wanted);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = line.end();
                } else {
                    high = line.begin();
                }
            }
            return false;
        }
    }

    /** Looks at some lines from all over the file; throws if they are not of the format, or not sorted. */
    void check() throws IOException {
        if (file.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0) {
                throw new IOException("it is empty");
            }
            String before = "";
            for (int sample = 0; sample <= SAMPLES; sample++) {
                String hash = lineAt(channel, (size - 1) / SAMPLES * sample).hash();
                if (hash.compareTo(before) < 0) {
                    throw new IOException("it is not sorted by hash: %s is before %s".formatted(before, hash));
                }
                before = hash;
            }
            lineAt(channel, size - 1);
        }
    }

    /** The line that the byte at {@code position} belongs to. */
    private static Line lineAt(FileChannel channel, long position) throws IOException {
        long from = Math.max(0, position - LONGEST_LINE);
        ByteBuffer bytes = ByteBuffer.allocate(2 * LONGEST_LINE);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // a read may give less than there is
        }
        String text = new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
        int here = (int) (position - from);
        int begin = text.lastIndexOf('\n', here - 1) + 1;
        int newline = text.indexOf('\n', here);
        int end = newline < 0 ? text.length() : newline;
        Matcher line = LINE.matcher(text.substring(begin, end).stripTrailing());
        if (!line.matches()) {
            throw new IOException("at byte %d there is no line of SHA1-in-hex:count".formatted(from + begin));
        }
        return new Line(from + begin, from + end + 1, line.group(1).toUpperCase(Locale.ROOT));
    }

    private static String sha1(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
