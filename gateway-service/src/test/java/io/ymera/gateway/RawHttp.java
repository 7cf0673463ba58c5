package io.ymera.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** A connection on which a test says exactly what it means; HTTP clients repair too much. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;

    public RawHttp(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE);
    }

    /** One from the address {@code from}, which has to be one of this machine. */
    public RawHttp(URI server, String from) throws IOException {
        socket = new Socket(server.getHost(), server.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(PATIENCE);
    }

    /** Sends, and fails silently if the other side does not want more. */
    public RawHttp send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
        return this;
    }

    public boolean send(byte[] bytes) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Reads the head of an answer and as much of its body as Content-Length says. */
    public String answer() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    /** The next byte; -1 at the end. */
    public int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Reads an answer without keeping its body; returns how many bytes that had, as many as Content-Length said or fewer. */
    public long skip() throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        long length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        byte[] chunk = new byte[64 * 1024];
        long left = length;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            left -= Math.max(0, read);
        }
        return length - left;
    }

    /** Reads what comes until the other side closes the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Whether the other side has closed the connection, or does so now. */
    public boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** The same, or false if nothing happens for so long. */
    public boolean isClosedWithin(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            return isClosed();
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    /** Says that nothing more will be sent, and goes on to listen. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Vanishes: the other side gets a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
