package io.ymera.auth.external;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service that people can sign in to through node-oidc-provider, a certified OpenID provider, which runs here. Its packages
 * are fetched once, into {@code target}. Without node and npm nothing is configured, unless this is CI, where that fails.
 */
public final class RealProviderResource implements QuarkusTestResourceLifecycleManager {

    private static final Path SOURCE = Path.of("src/test/provider");
    private static final Path TARGET = Path.of("target/oidc-provider");
    private static final List<String> FILES = List.of("package.json", ".npmrc", "provider.mjs", "package-lock.json");

    private @Nullable Process provider;

    /** Whether there is what the provider needs. */
    static boolean isAvailable() {
        return program("node").isPresent() && program("npm").isPresent();
    }

    @Override
    public Map<String, String> start() {
        if (!isAvailable()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("CI needs node and npm for the tests against a real OpenID provider");
            }
            return Map.of();
        }
        try {
            install();
            return Map.of(
                    "OIDC_ISSUER_URL", run(),
                    "OIDC_CLIENT_ID", "ymera",
                    "OIDC_CLIENT_SECRET", "a secret of tests",
                    "OIDC_AUTO_REGISTER", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lock file is copied last: where it is the same, everything is there. */
    private static void install() throws IOException, InterruptedException {
        Path lock = TARGET.resolve("installed-lock.json");
        boolean installed = Files.exists(lock) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
        Files.createDirectories(TARGET);
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), TARGET.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (installed) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(TARGET.toFile())
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("npm.log").toFile())
                .start();
        if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IOException("npm ci has failed: " + Files.readString(TARGET.resolve("npm.log")));
        }
        Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    }

    private String run() throws IOException {
        ProcessBuilder node = new ProcessBuilder("node", "provider.mjs")
                .directory(TARGET.toFile())
                .redirectError(TARGET.resolve("provider.log").toFile());
        node.environment()
                .putAll(Map.of(
                        "CLIENT_ID", "ymera",
                        "CLIENT_SECRET", "a secret of tests",
                        "REDIRECT_URI", "http://localhost:8000/api/v1/auth/external/callback"));
        provider = node.start();
        BufferedReader output = provider.inputReader();
        for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("issuer ")) {
                return line.substring("issuer ".length());
            }
        }
        throw new IOException("The provider does not start: " + Files.readString(TARGET.resolve("provider.log")));
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.destroy();
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
