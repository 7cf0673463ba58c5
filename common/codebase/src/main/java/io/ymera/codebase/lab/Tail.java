package io.ymera.codebase.lab;

import java.nio.charset.StandardCharsets;

/** The last bytes of a stream that may be long. Thread-safe. */
public final class Tail {

    private final byte[] ring;
    private long total;

    /** Keeps {@code size} bytes. */
    public Tail(int size) {
        this.ring = new byte[size];
    }

    /** Goes on. */
    public synchronized void append(byte[] bytes) {
        for (byte each : bytes) {
            ring[(int) (total++ % ring.length)] = each;
        }
    }

    /** As UTF-8; what is not, at the cut for example, becomes the replacement character. */
    @Override
    public synchronized String toString() {
        int length = (int) Math.min(total, ring.length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((total - length + i) % ring.length)];
        }
        return Texts.clean(new String(bytes, StandardCharsets.UTF_8)).strip();
    }
}
