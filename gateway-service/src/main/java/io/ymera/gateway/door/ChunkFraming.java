package io.ymera.gateway.door;

import io.netty.buffer.ByteBuf;

/**
 * Looks at the chunks of a body before they are read (RFC 9112, section 7.1): each has a size in hexadecimal, nothing beside that, and ends
 * where the size says. Netty reads sizes in 32 bits without a look at what is lost, and throws extensions away by rules of its own.
 */
final class ChunkFraming {

    private static final int LONGEST_SIZE = 16;

    private enum Next {
        SIZE,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER
    }

    private Next next = Next.SIZE;
    private long size;
    private int digits;
    /** How many bytes have been looked at and not been read. */
    private int ahead;

    /** Whether what has come so far is in order. Reads nothing. */
    boolean accept(ByteBuf buffer) {
        int end = buffer.writerIndex();
        int at = buffer.readerIndex() + ahead;
        ahead = buffer.readableBytes();
        while (at < end && next != Next.TRAILER) {
            if (next == Next.DATA) {
                int step = (int) Math.min(size, end - at);
                size -= step;
                at += step;
                next = size == 0 ? Next.DATA_CR : Next.DATA;
            } else if (!take(buffer.getByte(at++))) {
                return false;
            }
        }
        return true;
    }

    /** So many bytes have been read since. */
    void consumed(int bytes) {
        ahead -= bytes;
    }

    private boolean take(byte found) {
        return switch (next) {
            case SIZE -> found == '\r' ? expect(digits > 0, Next.SIZE_LF) : digit(Character.digit(found, 16));
            case SIZE_LF -> expect(found == '\n', size == 0 ? Next.TRAILER : Next.DATA);
            case DATA_CR -> expect(found == '\r', Next.DATA_LF);
            case DATA_LF -> expect(found == '\n', Next.SIZE);
            case DATA, TRAILER -> true;
        };
    }

    private boolean digit(int value) {
        size = size * 16 + value;
        return value >= 0 && ++digits <= LONGEST_SIZE && size <= Integer.MAX_VALUE;
    }

    private boolean expect(boolean found, Next then) {
        next = then;
        digits = 0;
        return found;
    }
}
