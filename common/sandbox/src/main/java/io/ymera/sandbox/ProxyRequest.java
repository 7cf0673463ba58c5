package io.ymera.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program asks of the proxy (RFC 9110, CONNECT; RFC 9112, absolute-form).
 *
 * @param destination where to, or {@link #NOWHERE}
 * @param tunnel whether it wants a connection as such
 * @param forward what the server gets first: nothing, or the request as a server wants it
 */
record ProxyRequest(Destination destination, boolean tunnel, byte[] forward) {

    private static final Destination NOWHERE = new Destination("invalid", 1);
    private static final int LONGEST = 32 * 1024;
    private static final int HTTP = 80;
    private static final String END = "\r\n\r\n";

    private static final Pattern CONNECT = Pattern.compile("CONNECT ([^ /@]+) HTTP/1\\.[01]");
    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Z]{1,20}) (?i:http)://([^ /?#@]+)([^ ]*) (HTTP/1\\.[01])");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9A-Za-z.-]+))(?::([0-9]{1,5}))?");

    boolean wellFormed() {
        return !destination.equals(NOWHERE);
    }

    /**
     * Reads up to the end of the head; of what follows a request in absolute-form, nothing is lost.
     *
     * @throws IOException if the head is too long or ends in the middle
     */
    static ProxyRequest read(SocketChannel client) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        int end = -1;
        while (end < 0) {
            // The end may have begun with what was there before
            int from = Math.max(0, buffer.position() - END.length() + 1);
            if (!buffer.hasRemaining() || client.read(buffer) < 0) {
                throw new IOException("no request");
            }
            int found = text(buffer, from).indexOf(END);
            end = found < 0 ? -1 : from + found;
        }
        return of(text(buffer, 0), end);
    }

    private static ProxyRequest of(String text, int end) {
        String[] lines = text.substring(0, end).split("\r\n");
        Matcher connect = CONNECT.matcher(lines[0]);
        if (connect.matches()) {
            byte[] early = text.substring(end + END.length()).getBytes(StandardCharsets.ISO_8859_1);
            return new ProxyRequest(destination(connect.group(1), 0), true, early);
        }
        Matcher absolute = ABSOLUTE.matcher(lines[0]);
        if (!absolute.matches()) {
            return new ProxyRequest(NOWHERE, false, new byte[0]);
        }
        String path = absolute.group(3).startsWith("/") ? absolute.group(3) : "/" + absolute.group(3);
        String fields = Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-[a-z-]*|connection|keep-alive)\\s*:.*"))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
        String head = absolute.group(1) + " " + path + " " + absolute.group(4) + "\r\n" + fields;
        // One request is one connection: the next one is for the proxy to look at again
        String forward = head + "Connection: close\r\n\r\n" + text.substring(end + END.length());
        return new ProxyRequest(
                destination(absolute.group(2), HTTP), false, forward.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void answer(SocketChannel client, String status, String text) throws IOException {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: " + (text.length() + 1)
                + "\r\nConnection: close\r\n\r\n" + text + "\n";
        send(client, answer.getBytes(StandardCharsets.US_ASCII));
    }

    static void send(SocketChannel to, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private static Destination destination(String authority, int otherwise) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            return NOWHERE;
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? otherwise : Integer.parseInt(matcher.group(3));
        try {
            return new Destination(host, port);
        } catch (IllegalArgumentException e) {
            return NOWHERE;
        }
    }

    private static String text(ByteBuffer buffer, int from) {
        return new String(buffer.array(), from, buffer.position() - from, StandardCharsets.ISO_8859_1);
    }
}
