package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** A client of the operator's file. */
record FileClient(String clientId, SecretHashes secrets, SortedSet<String> taskTypes) {

    /**
     * What its line is known by, the same at every replica; another one when the line says something else. Without {@code key}
     * nobody can try secrets against it.
     */
    UUID lineId(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // Neither has a colon
            mac.update((clientId + ":" + String.join(",", taskTypes) + ":").getBytes(UTF_8));
            secrets.addTo(mac);
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
            return new UUID(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    Client view() {
        return new Client(
                clientId, null, List.copyOf(taskTypes), Client.Source.FILE, true, null, null, null, null, null);
    }
}
