package io.ymera.manager.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON up to a size and a depth. References may name the same large result many times, so that a small definition
 * stands for more than fits into memory; and a deep result in a deep template is deeper than anybody reads.
 */
final class BoundedJson extends OutputStream {

    /** Readers stop at 1,000 levels, and parameters travel inside of an assignment. */
    private static final int MOST_LEVELS = 990;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .build())
            .build());

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final int most;

    private BoundedJson(int most) {
        this.most = most;
    }

    /**
     * The JSON of {@code node}.
     *
     * @throws DataException if it has more than {@code mostBytes} in UTF-8, or is too deep
     */
    static String write(JsonNode node, int mostBytes) {
        BoundedJson out = new BoundedJson(mostBytes);
        try {
            JSON.writeValue(out, node);
        } catch (StreamConstraintsException e) {
            throw new DataException(
                    "parameters_too_deep", "The parameters have more than %d levels".formatted(MOST_LEVELS));
        } catch (IOException e) {
            throw new DataException(
                    "parameters_too_large", "The parameters have more than %d bytes as JSON".formatted(mostBytes));
        }
        return out.written.toString(UTF_8);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (written.size() + count > most) {
            throw new IOException("There is no room for more");
        }
        written.write(bytes, from, count);
    }
}
