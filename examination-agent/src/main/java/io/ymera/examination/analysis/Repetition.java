package io.ymera.examination.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/**
 * Tells tables of data from code, by how well they compress: code becomes three to six times smaller, code that is copied all
 * over ten to fifteen times. What is far beyond that takes a copy-paste detector time that grows with its square.
 */
final class Repetition {

    private static final int SMALL = 32 << 10;
    private static final int EXTREME = 25;

    private Repetition() {}

    /** Whether a file is; one that is small or larger than {@code maxBytes} is not looked at. */
    static boolean isExtreme(Path file, int maxBytes) {
        try {
            long size = Files.size(file);
            return size > SMALL && size <= maxBytes && deflated(Files.readAllBytes(file)) * (long) EXTREME < size;
        } catch (IOException e) {
            return false;
        }
    }

    private static int deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[1 << 14];
            int size = 0;
            while (!deflater.finished()) {
                size += deflater.deflate(buffer);
            }
            return size;
        } finally {
            deflater.end();
        }
    }
}
