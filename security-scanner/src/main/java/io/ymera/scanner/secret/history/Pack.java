package io.ymera.scanner.secret.history;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/**
 * A pack and its index of version 2 (gitformat-pack), read in place: what a repository has is not held in memory. Not thread-safe.
 */
final class Pack implements Closeable {

    private static final int MAGIC = 0xff744f63;
    private static final int HEADER = 8;
    private static final int FANOUT = 256 * 4;
    private static final int OFFSET_DELTA = 6;
    private static final int REFERENCE_DELTA = 7;
    private static final int MOST_HEADER = 64;

    private final SeekableByteChannel index;
    private final SeekableByteChannel pack;
    private final int[] fanout = new int[256];

    /**
     * What stands at a place in the pack.
     *
     * @param type of the object; of a delta, that of the two kinds
     * @param size of what is unpacked
     * @param data where it begins
     * @param baseOffset of an offset delta, where its base stands
     * @param baseId of a reference delta, its base; otherwise empty
     */
    record Entry(int type, long size, long data, long baseOffset, String baseId) {
        boolean isDelta() {
            return type == OFFSET_DELTA || type == REFERENCE_DELTA;
        }
    }

    /**
     * Opens both files.
     *
     * @throws IOException if they can't be read, or are of another version
     */
    Pack(Path indexFile, Path packFile) throws IOException {
        Set<java.nio.file.OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        index = Files.newByteChannel(indexFile, options);
        pack = Files.newByteChannel(packFile, options);
        ByteBuffer header = read(index, 0, HEADER + FANOUT);
        if (header.getInt() != MAGIC || header.getInt() != 2) {
            throw new IOException("Is no index of version 2");
        }
        for (int i = 0; i < fanout.length; i++) {
            fanout[i] = header.getInt();
            if (fanout[i] < (i == 0 ? 0 : fanout[i - 1])) {
                throw new IOException("Index is out of order");
            }
        }
    }

    /** Where an object stands; -1 if it doesn't. */
    long find(byte[] id) throws IOException {
        int first = id[0] & 0xff;
        int low = first == 0 ? 0 : fanout[first - 1];
        int high = fanout[first];
        while (low < high) {
            int middle = (low + high) >>> 1;
            byte[] other = read(index, HEADER + FANOUT + (long) middle * Id.BYTES, Id.BYTES)
                    .array();
            int order = Arrays.compareUnsigned(id, other);
            if (order == 0) {
                return offset(middle);
            }
            if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    private long offset(int number) throws IOException {
        long count = fanout[255];
        long offsets = HEADER + FANOUT + count * (Id.BYTES + 4);
        int offset = read(index, offsets + number * 4L, 4).getInt();
        return offset >= 0
                ? offset
                : read(index, offsets + count * 4 + (offset & 0x7fffffffL) * 8, 8)
                        .getLong();
    }

    Entry entry(long offset) throws IOException {
        if (offset < 0 || offset >= pack.size()) {
            throw new IOException("Outside of the pack");
        }
        ByteBuffer header = read(pack, offset, (int) Math.min(MOST_HEADER, pack.size() - offset));
        int next = header.get();
        int type = next >> 4 & 7;
        long size = next & 15;
        for (int shift = 4; (next & 0x80) != 0 && shift < 60; shift += 7) {
            next = header.get();
            size |= (long) (next & 0x7f) << shift;
        }
        long baseOffset = -1;
        String baseId = "";
        if (type == OFFSET_DELTA) {
            baseOffset = offset - distance(header);
            if (baseOffset < 0 || baseOffset >= offset) {
                throw new IOException("Delta of something that doesn't stand before it");
            }
        } else if (type == REFERENCE_DELTA) {
            byte[] id = new byte[Id.BYTES];
            header.get(id);
            baseId = Id.of(id, 0);
        }
        return new Entry(type, size, offset + header.position(), baseOffset, baseId);
    }

    private static long distance(ByteBuffer header) {
        int next = header.get();
        long distance = next & 0x7f;
        for (int i = 0; (next & 0x80) != 0 && i < 9; i++) {
            next = header.get();
            distance = distance + 1 << 7 | next & 0x7f;
        }
        return distance;
    }

    /** What is packed at an entry: an object, or a delta. */
    byte[] data(Entry entry) throws IOException {
        pack.position(entry.data());
        InputStream in = new BufferedInputStream(Channels.newInputStream(pack));
        return Inflation.exactly(in, (int) entry.size());
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("File ends too early");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        try (index) {
            pack.close();
        }
    }
}
