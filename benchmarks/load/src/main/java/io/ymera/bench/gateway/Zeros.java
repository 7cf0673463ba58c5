package io.ymera.bench.gateway;

import java.io.InputStream;
import java.util.Arrays;

/** So many bytes, none of which is kept anywhere. */
final class Zeros extends InputStream {

    private long left;

    Zeros(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int bytes = (int) Math.min(length, left);
        Arrays.fill(into, offset, offset + bytes, (byte) 0);
        left -= bytes;
        return bytes;
    }
}
