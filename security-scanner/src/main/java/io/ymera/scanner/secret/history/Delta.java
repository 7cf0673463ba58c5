package io.ymera.scanner.secret.history;

import java.io.IOException;

/** How a pack stores an object that resembles another: as pieces to copy from that one, and bytes to insert. */
final class Delta {

    private final byte[] delta;
    private int at;

    private Delta(byte[] delta) {
        this.delta = delta;
    }

    /**
     * The object that {@code delta} makes of {@code base}.
     *
     * @throws IOException if it is malformed, or the object would be longer than {@code most} bytes
     */
    static byte[] apply(byte[] base, byte[] delta, long most) throws IOException {
        try {
            return new Delta(delta).apply(base, most);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("Malformed delta", e);
        }
    }

    private byte[] apply(byte[] base, long most) throws IOException {
        long from = number();
        long to = number();
        if (from != base.length || to > most) {
            throw new IOException("Delta for %d bytes to %d".formatted(from, to));
        }
        byte[] out = new byte[(int) to];
        int length = 0;
        while (at < delta.length) {
            int command = delta[at++] & 0xff;
            if ((command & 0x80) != 0) {
                int offset = selected(command, 4);
                int size = selected(command >> 4, 3);
                int count = size == 0 ? 0x10000 : size;
                System.arraycopy(base, offset, out, length, count);
                length += count;
            } else if (command != 0) {
                System.arraycopy(delta, at, out, length, command);
                at += command;
                length += command;
            } else {
                throw new IOException("Unknown command in a delta");
            }
        }
        if (length != to) {
            throw new IOException("Delta is too short");
        }
        return out;
    }

    /** Seven bits a byte, the lowest first. */
    private long number() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = delta[at++];
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                break;
            }
        }
        return value;
    }

    /** Of {@code count} bytes, those whose bits are set. */
    private int selected(int bits, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if ((bits >> i & 1) != 0) {
                value |= (delta[at++] & 0xff) << 8 * i;
            }
        }
        return value;
    }
}
