package io.ymera.scanner.incremental;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash of all on which a scan depends besides the code base: this program with its models and rules, byte by byte, the libraries by name and length, the
 * JVM, and the operator's own rules.
 */
public final class CacheKey {

    private final MessageDigest digest;

    private CacheKey() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JVM has SHA-256", e);
        }
    }

    /**
     * That of this program.
     *
     * @param rules folders of more rules
     * @throws IOException if a file can't be read
     */
    public static byte[] of(List<Path> rules) throws IOException {
        CacheKey key = new CacheKey();
        key.add(Runtime.version().toString());
        try {
            URI place = CacheKey.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            key.add(Path.of(place));
        } catch (URISyntaxException e) {
            throw new IOException("Our own place is no path: " + e.getMessage(), e);
        }
        for (String library : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(library);
            key.add(String.valueOf(path.getFileName()));
            key.add(Files.isRegularFile(path) ? Long.toString(Files.size(path)) : "");
        }
        for (Path folder : rules) {
            key.add("rules");
            key.add(folder);
        }
        return key.digest.digest();
    }

    /** A hash of a text, in 32 hexadecimal digits: texts with the same one are the same. */
    public static String hash(String text) {
        CacheKey key = new CacheKey();
        key.add(text);
        return HexFormat.of().formatHex(key.digest.digest(), 0, 16);
    }

    private void add(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            content(path);
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            for (Path file : below.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                add(path.relativize(file).toString());
                content(file);
            }
        }
    }

    private void content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        add(Integer.toString(bytes.length));
        digest.update(bytes);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
