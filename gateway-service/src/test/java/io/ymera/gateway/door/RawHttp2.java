package io.ymera.gateway.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A connection on which a test says exactly which frames of HTTP/2 (RFC 9113) it means. */
final class RawHttp2 implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int SETTINGS = 4;
    private static final int ACK = 1;

    private final SSLSocket socket;
    private final DataInputStream in;

    RawHttp2(URI server) throws IOException {
        socket = TlsClient.connect(server, "h2");
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
        send(SETTINGS, 0, 0, new byte[0]);
    }

    /** What came back. */
    record Frame(int type, int stream, byte[] content) {

        /** Of HEADERS, whether the first of them is {@code :status} 200, which has a number of its own (RFC 7541, appendix A). */
        boolean isOk() {
            return type == HEADERS && content[0] == (byte) 0x88;
        }

        /** Whether it is a status of 500 to 599, in plain or in Huffman's code: its first digit tells. */
        boolean isOurFault() {
            boolean literal = type == HEADERS && content[0] == 0x48;
            boolean indexed = type == HEADERS && content[0] == (byte) 0x8e;
            return indexed || literal && (content[1] < 0 ? (content[2] & 0xfc) == 0x6c : content[2] == '5');
        }

        @Override
        public String toString() {
            return "%d on %d: %s".formatted(type, stream, HexFormat.of().formatHex(content));
        }
    }

    /** Fails silently if the other side does not want more. */
    boolean send(int type, int flags, int stream, byte[] content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + content.length)
                .putInt(content.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(content);
        try {
            socket.getOutputStream().write(frame.array());
            return true;
        } catch (SocketException | SSLException e) {
            return false;
        }
    }

    /** Names and values in turn, each as a literal that is not indexed (RFC 7541, section 6.2.2). */
    static byte[] headers(String... headers) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < headers.length; i += 2) {
            block.write(0);
            literal(block, headers[i]);
            literal(block, headers[i + 1]);
        }
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        if (bytes.length < 127) {
            block.write(bytes.length);
        } else {
            block.write(127);
            int rest = bytes.length - 127;
            while (rest >= 128) {
                block.write(rest % 128 + 128);
                rest /= 128;
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }

    /**
     * The next frame that ends a stream or the connection or answers a request; one of type {@link #GO_AWAY} if the connection has closed
     * without one.
     */
    Frame verdict() throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.type() == HEADERS || frame.type() == RST_STREAM || frame.type() == GO_AWAY) {
                return frame;
            }
        }
    }

    private Frame next() throws IOException {
        try {
            int first = in.readInt();
            int flags = in.readByte();
            int stream = in.readInt() & Integer.MAX_VALUE;
            byte[] content = new byte[first >>> 8];
            in.readFully(content);
            if ((first & 0xff) == SETTINGS && (flags & ACK) == 0) {
                send(SETTINGS, ACK, 0, new byte[0]);
            }
            return new Frame(first & 0xff, stream, content);
        } catch (EOFException | SocketException | SSLException e) {
            return new Frame(GO_AWAY, 0, new byte[0]);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
