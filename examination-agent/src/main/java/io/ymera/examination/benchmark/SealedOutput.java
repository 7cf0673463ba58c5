package io.ymera.examination.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.lab.LineSplitter;
import io.ymera.codebase.lab.Tail;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Seal;
import io.ymera.sandbox.OutputListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the sealed lines of one program. What is not sealed was written by somebody else and is counted, what is sealed and makes no
 * sense likewise. Thread-safe.
 *
 * @param <T> what a line says
 */
final class SealedOutput<T> implements OutputListener {

    private static final int LINE = 1 << 20;
    private static final int MAX_LINES = 10_000;
    private static final int STDERR = 8 * 1024;

    private final ObjectMapper json = Json.mapper();
    private final Tail stderr = new Tail(STDERR);
    private final List<T> lines = new ArrayList<>();
    private final Seal seal;
    private final Class<T> type;
    private final LineSplitter splitter = new LineSplitter(LINE, this::read);
    private int foreign;

    SealedOutput(Seal seal, Class<T> type) {
        this.seal = seal;
        this.type = type;
    }

    @Override
    public synchronized void stdout(byte[] bytes) {
        splitter.append(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
        stderr.append(bytes);
    }

    private void read(String line) {
        Optional<String> opened = lines.size() < MAX_LINES ? seal.open(line) : Optional.empty();
        try {
            T value = opened.isPresent() ? json.readValue(opened.get(), type) : null;
            if (value == null) {
                foreign++;
            } else {
                lines.add(value);
            }
        } catch (JsonProcessingException e) {
            // Not an error of ours to log: it comes from inside
            foreign++;
        }
    }

    /** What the program itself said, in order. */
    synchronized List<T> lines() {
        return List.copyOf(lines);
    }

    /** How many lines were not the program's. */
    synchronized int foreign() {
        return foreign + splitter.dropped();
    }

    /** The end of standard error. */
    String errors() {
        return stderr.toString();
    }
}
