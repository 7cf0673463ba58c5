package io.ymera.lab.tests;

import io.ymera.lab.json.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes sealed lines to the stream that this process got as descriptor 3. The seal is the first 32 hexadecimal digits of
 * HMAC-SHA256 (RFC 2104) over {@code n:JSON}, n counted from 0.
 *
 * <p>The key is nowhere in a static field, and the module keeps reflection out. Code in the same process that searches memory
 * (a heap dump, {@code sun.misc.Unsafe}, {@code /proc/self/mem}) can find it all the same: no process has secrets from itself.
 *
 * <p>Thread-safe.
 */
final class Channel {

    private static final int DESCRIPTOR = 3;
    private static final int DIGITS = 32;

    private final OutputStream stream;
    private final Mac mac;
    private long next;

    private Channel(OutputStream stream, Mac mac) {
        this.stream = stream;
        this.mac = mac;
    }

    /**
     * Opens it, before any code is loaded that could replace what seals.
     *
     * @param key in hexadecimal
     */
    static Channel open(String key) throws ReflectiveOperationException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
        // /proc/self/fd/3 would do, but may not be opened where another user has made the pipe
        Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return new Channel(new FileOutputStream(constructor.newInstance(DESCRIPTOR)), mac);
    }

    /** Sends an event; members come as names and values in turn. */
    void send(String event, @Nullable Object... members) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", event);
        for (int i = 0; i < members.length; i += 2) {
            line.put(String.valueOf(members[i]), members[i + 1]);
        }
        pass(Json.write(line));
    }

    /** Sends an event that somebody else has written. */
    synchronized void pass(String json) {
        byte[] digest = mac.doFinal((next++ + ":" + json).getBytes(StandardCharsets.UTF_8));
        String seal = HexFormat.of().formatHex(digest).substring(0, DIGITS);
        try {
            stream.write((seal + ' ' + json + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
