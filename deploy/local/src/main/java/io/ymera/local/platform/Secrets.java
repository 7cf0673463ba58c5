package io.ymera.local.platform;

import io.ymera.local.process.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

/** Passwords and keys: generated the first time, kept in files that nobody else can read, never printed. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path folder;

    /**
     * @param folder is made, with mode 0700, if it is not there
     * @throws IOException if that fails
     */
    public Secrets(Path folder) throws IOException {
        this.folder = OwnerOnly.folder(folder);
    }

    /** The password called {@code name}: 256 random bits in hexadecimal. */
    public String password(String name) throws IOException {
        return Files.readString(keep(name, Secrets::random)).strip();
    }

    /**
     * The file that tells auth-service who its clients are: lines of {@code client_id:sha256-of-secret:task_type,task_type}.
     *
     * @param taskTypes what each may serve, by its client id
     */
    public Path serviceClients(Map<String, ? extends Collection<String>> taskTypes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String client : taskTypes.keySet()) {
            lines.append(client)
                    .append(':')
                    .append(sha256(clientSecret(client)))
                    .append(':')
                    .append(String.join(",", taskTypes.get(client)))
                    .append('\n');
        }
        return OwnerOnly.file(folder.resolve("service-clients"), lines.toString());
    }

    /** The secret of the client {@code clientId}. */
    public String clientSecret(String clientId) throws IOException {
        return password("client-" + clientId);
    }

    private Path keep(String name, Generator generator) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            OwnerOnly.file(file, generator.generate());
        }
        return file;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Generator {
        String generate();
    }
}
