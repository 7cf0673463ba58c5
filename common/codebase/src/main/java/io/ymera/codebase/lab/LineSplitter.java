package io.ymera.codebase.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines; one that is too long is dropped, whole, and counted. Not thread-safe. */
public final class LineSplitter {

    private final int maxLength;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private int dropped;

    public LineSplitter(int maxLength, Consumer<String> lines) {
        this.maxLength = maxLength;
        this.lines = lines;
    }

    public void append(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, start, i - start);
                end();
                start = i + 1;
            }
        }
        keep(bytes, start, bytes.length - start);
    }

    public int dropped() {
        return dropped;
    }

    private void keep(byte[] bytes, int offset, int length) {
        tooLong |= line.size() + length > maxLength;
        if (!tooLong) {
            line.write(bytes, offset, length);
        }
    }

    private void end() {
        if (tooLong) {
            dropped++;
        } else {
            lines.accept(line.toString(StandardCharsets.UTF_8));
        }
        tooLong = false;
        line.reset();
    }
}
