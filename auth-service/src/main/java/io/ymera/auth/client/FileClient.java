package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.auth.token.Grant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A client of the operator's file.
 *
 * @param grantId made of its line, so that it is the same at every replica, and another one when the line was changed
 */
record FileClient(String clientId, SecretHashes secrets, SortedSet<String> taskTypes, UUID grantId) {

    static FileClient of(String clientId, byte[] hash, SortedSet<String> taskTypes, String line) {
        return new FileClient(
                clientId, new SecretHashes(hash), taskTypes, UUID.nameUUIDFromBytes(line.getBytes(UTF_8)));
    }

    Grant grant() {
        return Grant.ofClient(grantId, clientId, taskTypes);
    }

    Client view() {
        return new Client(
                clientId, null, List.copyOf(taskTypes), Client.Source.FILE, true, null, null, null, null, null);
    }
}
