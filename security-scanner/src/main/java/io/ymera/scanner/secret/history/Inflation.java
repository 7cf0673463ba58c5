package io.ymera.scanner.secret.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks what zlib has packed, never more than was announced. */
final class Inflation {

    private static final int CHUNK = 8192;

    private Inflation() {}

    /**
     * Reads exactly {@code size} bytes.
     *
     * @throws IOException if there are fewer, or they are no zlib
     */
    static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] out = new byte[size];
        int length = upTo(in, out);
        if (length != size) {
            throw new IOException("Announced %d bytes, has %d".formatted(size, length));
        }
        return out;
    }

    /** Fills {@code out} as far as there is something, and says how far. */
    static int upTo(InputStream in, byte[] out) throws IOException {
        Inflater inflater = new Inflater();
        try {
            byte[] chunk = new byte[CHUNK];
            int length = 0;
            while (length < out.length && !inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = in.read(chunk);
                    if (read <= 0) {
                        break;
                    }
                    inflater.setInput(chunk, 0, read);
                }
                int got = inflater.inflate(out, length, out.length - length);
                if (got == 0 && (inflater.needsDictionary() || !inflater.needsInput() && !inflater.finished())) {
                    break;
                }
                length += got;
            }
            return length;
        } catch (DataFormatException e) {
            throw new IOException("Is no zlib", e);
        } finally {
            inflater.end();
        }
    }
}
