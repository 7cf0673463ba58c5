package io.ymera.scanner.incremental;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * What is remembered, in a folder, one file for each thing. A file begins with what it is, for which program and rules it holds, how long it is and a
 * checksum. One that is not as it should be, for whatever reason, is as good as none: it is said once, and replaced in the end.
 */
public final class CacheFolder implements Memories {

    private static final byte[] MAGIC = "YMERASC1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = new byte[0];
    private static final int KEY = 32;
    private static final int HEADER = MAGIC.length + KEY + Long.BYTES + Long.BYTES;
    /** What a file may take, in bytes; more is not read and not written. Some million lines take so much. */
    private static final long LONGEST = 32L << 20;

    private final Path folder;
    private final byte[] key;
    private final Consumer<String> broken;
    private final Set<String> known = new HashSet<>();

    /**
     * One that is there and may be written to.
     *
     * @param key a SHA-256 of all on which the result depends besides the code base: who has another, finds nothing here
     * @param broken is told, in a sentence, of what can't be used or written
     */
    public CacheFolder(Path folder, byte[] key, Consumer<String> broken) {
        this.folder = folder;
        this.key = key.clone();
        this.broken = broken;
        if (key.length != KEY) {
            throw new IllegalArgumentException("A key has %d bytes".formatted(KEY));
        }
    }

    @Override
    public Memory of(String language) {
        byte[] bytes = read(name(language));
        try {
            Memory memory = bytes.length == 0 ? Memory.NONE : Reader.memory(bytes);
            if (bytes.length > 0) {
                known.add(language);
            }
            return memory;
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            broken(name(language));
            return Memory.NONE;
        }
    }

    /** Whether {@link #of} has found something of a language: then all rules could be read when that was written, for they are in its key. */
    public boolean knew(String language) {
        return known.contains(language);
    }

    @Override
    public void forged(String language) {
        broken.accept("What was remembered of %s files is not true and was not used".formatted(language));
    }

    @Override
    public void keep(String language, Memory memory) {
        write(name(language), Writer.bytes(memory));
    }

    private static String name(String language) {
        return "security_scan of " + language;
    }

    private void broken(String name) {
        broken.accept("What was remembered for %s is broken and was not used".formatted(name));
    }

    /** What was written under a name; empty if there is nothing that can be used. */
    byte[] read(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return NOTHING;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
            if (header.remaining() < HEADER || !Arrays.equals(next(header, MAGIC.length), MAGIC)) {
                throw new IllegalArgumentException("It is none of ours");
            }
            if (!Arrays.equals(next(header, KEY), key)) {
                // Of another version, or made with other rules: nothing is wrong with that
                return NOTHING;
            }
            long length = header.getLong();
            long checksum = header.getLong();
            if (length < 0 || length > LONGEST) {
                throw new IllegalArgumentException("Its length can't be");
            }
            byte[] bytes = in.readNBytes((int) length + 1);
            if (bytes.length != length || checksum(bytes) != checksum) {
                throw new IllegalArgumentException("It is not what was written");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException e) {
            broken(name);
            return NOTHING;
        }
    }

    /** Writes all or nothing. */
    void write(String name, byte[] bytes) {
        if (bytes.length > LONGEST) {
            broken.accept("There is too much to remember for %s for a faster scan the next time".formatted(name));
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put(MAGIC)
                .put(key)
                .putLong(bytes.length)
                .putLong(checksum(bytes))
                .flip();
        try {
            Path fresh = Files.createTempFile(folder, "fresh", ".new");
            try {
                try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    write(out, header);
                    write(out, ByteBuffer.wrap(bytes));
                }
                Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            broken.accept("What is to be remembered for %s can't be written".formatted(name));
        }
    }

    private static void write(FileChannel out, ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            out.write(part);
        }
    }

    /** Whoever keeps this folder for us keeps files that are named as hashes are. */
    private Path file(String name) {
        return folder.resolve(CacheKey.hash(name) + ".scan");
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static long checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }
}
