package io.ymera.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Some {@link SlowReader}s. */
final class SlowReaders implements AutoCloseable {

    private final List<SlowReader> readers = new ArrayList<>();

    SlowReaders(URI url, String token, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            readers.add(new SlowReader(url, token));
        }
    }

    /** Fails if one has been turned away: beside nobody others are fast. */
    void requireAlive() throws IOException {
        for (SlowReader reader : readers) {
            if (!reader.isAlive()) {
                throw new IOException("a slow reader lost its connection after %d bytes".formatted(reader.bytes()));
            }
        }
    }

    @Override
    public void close() {
        readers.forEach(SlowReader::close);
    }
}
