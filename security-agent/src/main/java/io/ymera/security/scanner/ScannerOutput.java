package io.ymera.security.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.lab.LineSplitter;
import io.ymera.codebase.lab.Tail;
import io.ymera.contracts.Json;
import io.ymera.sandbox.OutputListener;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the scanner writes while it runs: passes progress on, keeps the result. Not thread-safe: one thread reads standard output. */
final class ScannerOutput implements OutputListener {

    private static final int STDERR = 4096;

    private final ObjectMapper json = Json.mapper();
    private final Tail stderr = new Tail(STDERR);
    private final LineSplitter lines;
    private final List<String> scans;
    private final ProgressListener listener;
    private volatile ScannerLine.@Nullable Result result;

    /** Is told how much of all scans is done, 0 to 1. */
    interface ProgressListener {
        /** While {@code scan} goes on. */
        void at(double fraction, String scan);
    }

    ScannerOutput(int maxBytes, List<String> scans, ProgressListener listener) {
        this.lines = new LineSplitter(maxBytes, this::line);
        this.scans = scans;
        this.listener = listener;
    }

    @Override
    public void stdout(byte[] bytes) {
        lines.append(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
        stderr.append(bytes);
    }

    /** What it said at last; empty if it said nothing that can be read. */
    Optional<ScannerLine.Result> result() {
        return Optional.ofNullable(result);
    }

    /** The end of what it said about itself. */
    String complaint() {
        return stderr.toString().lines().reduce("", (first, last) -> last);
    }

    /** What is no line of ours is passed over: the end tells whether there was a result. */
    private void line(String line) {
        try {
            ScannerLine read = json.readValue(line, ScannerLine.class);
            if (read != null && read.result() != null) {
                result = read.result();
            } else if (read != null && read.progress() != null) {
                progress(read.progress());
            }
        } catch (JsonProcessingException e) {
            // Whatever it was, it is no result
            return;
        }
    }

    private void progress(ScannerLine.Progress progress) {
        int which = scans.indexOf(progress.scan());
        if (which >= 0 && progress.total() > 0) {
            double share = Math.clamp((double) progress.done() / progress.total(), 0, 1);
            listener.at((which + share) / scans.size(), scans.get(which));
        }
    }
}
