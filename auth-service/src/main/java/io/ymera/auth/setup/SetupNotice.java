package io.ymera.auth.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.auth.secret.RandomToken;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Shows the setup token to the operator: in {@value #FILE}, which nobody else can read, or on standard output. Never in the log,
 * which is shipped to others. Blocks.
 */
@Singleton
final class SetupNotice implements StartupCheck {

    static final String FILE = "SETUP_TOKEN_FILE";

    private static final Logger LOG = Logger.getLogger(SetupNotice.class);

    private final Optional<Path> file;

    SetupNotice(@ConfigProperty(name = FILE) Optional<String> file) {
        this.file = file.map(Path::of);
    }

    @Override
    public List<ConfigError> check() {
        return file.map(path -> path.toAbsolutePath().getParent())
                .filter(folder -> !Files.isDirectory(folder) || !Files.isWritable(folder))
                .map(folder -> List.of(new ConfigError(
                        FILE, file.get().toString(), "a file in a folder that this service can write to")))
                .orElseGet(List::of);
    }

    void show(RandomToken token, PrintStream out) {
        String where = token.value();
        if (file.isPresent()) {
            write(file.get(), token.value() + "\n");
            where = "(it is in the file " + file.get() + ")";
        }
        out.print("""
                +----------------------------------------------------------------------
                | There is no administrator yet. Make the first one:
                |   POST /auth/setup  {"setup_token", "username", "email", "password"}
                | with the setup token
                |   %s
                | It is good once, and only until there is an administrator.
                +----------------------------------------------------------------------
                """.formatted(where));
        out.flush();
    }

    /** The token is worth nothing any more. */
    void remove() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warnf("%s, which is of no use any more, can't be deleted: %s", path, e.getMessage());
            }
        });
    }

    /** It is never there by halves, nor with another mode. */
    private static void write(Path file, String content) {
        Path target = file.toAbsolutePath();
        try {
            Path next = Files.createTempFile(
                    target.getParent(),
                    target.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, content.getBytes(UTF_8));
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be written", e);
        }
    }
}
