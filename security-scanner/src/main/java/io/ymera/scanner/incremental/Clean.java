package io.ymera.scanner.incremental;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files in which a scan has found nothing to say, by their paths and contents; of what was found in others, nothing is remembered. Not thread-safe. */
public final class Clean {

    /** As many bytes of a hash tell files apart. */
    private static final int LENGTH = 16;

    private static final int MOST = 1_000_000;

    private final String scan;
    private final @Nullable CacheFolder folder;
    private final Set<String> before = new HashSet<>();
    private final Set<String> now = new TreeSet<>();

    private Clean(String scan, @Nullable CacheFolder folder) {
        this.scan = scan;
        this.folder = folder;
    }

    /** Nothing is remembered. */
    public static Clean none() {
        return new Clean("", null);
    }

    /** What a scan has found clean the last time. */
    public static Clean of(String scan, CacheFolder folder) {
        Clean clean = new Clean(scan, folder);
        ByteBuffer bytes = ByteBuffer.wrap(folder.read(scan));
        byte[] hash = new byte[LENGTH];
        while (bytes.remaining() >= LENGTH) {
            bytes.get(hash);
            clean.before.add(HexFormat.of().formatHex(hash));
        }
        return clean;
    }

    /**
     * What a file is known by.
     *
     * @param content its text, or a hash of that
     */
    public static String key(String path, String content) {
        return CacheKey.hash(path + "\0" + content);
    }

    /** Whether there was nothing in a file; if so, it is remembered again. */
    public boolean has(String key) {
        boolean known = before.contains(key);
        if (known) {
            add(key);
        }
        return known;
    }

    /** Remembers that there is nothing in a file. */
    public void add(String key) {
        if (now.size() < MOST) {
            now.add(key);
        }
    }

    /** Keeps it for the next time, unless it is what is kept already. */
    public void keep() {
        if (folder != null && !now.equals(before)) {
            ByteBuffer bytes = ByteBuffer.allocate(now.size() * LENGTH);
            now.forEach(key -> bytes.put(HexFormat.of().parseHex(key)));
            folder.write(scan, bytes.array());
        }
    }
}
