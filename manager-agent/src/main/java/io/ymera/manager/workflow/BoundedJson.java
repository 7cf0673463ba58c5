package io.ymera.manager.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON up to a size. References may name the same large result many times, so that a small definition stands for
 * more than fits into memory.
 */
final class BoundedJson extends OutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final int most;

    private BoundedJson(int most) {
        this.most = most;
    }

    /**
     * The JSON of {@code node}.
     *
     * @throws DataException if it has more than {@code mostBytes} in UTF-8
     */
    static String write(JsonNode node, ObjectMapper json, int mostBytes) {
        BoundedJson out = new BoundedJson(mostBytes);
        try {
            json.writeValue(out, node);
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
