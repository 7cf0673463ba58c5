package io.ymera.testkit;

import io.ymera.local.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The folder of this test JVM, {@code target/testkit/<pid>-<start>} of the module under test. Quarkus loads test classes in
 * several class loaders, so what the JVM is to have once is remembered in files here and not in static fields.
 */
final class TestRun {

    private TestRun() {}

    /** The folder, which exists. */
    static Path folder() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            return Files.createDirectories(root().resolve(self.pid() + "-" + start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the folders of all test JVMs of the module are. */
    static Path root() {
        return Path.of(System.getProperty("user.dir"), "target", "testkit");
    }

    /** The value remembered as {@code name}, or, the first time, that of {@code value}. */
    static String remember(String name, Supplier<String> value) {
        Path file = folder().resolve(name);
        synchronized (Runtime.getRuntime()) { // the same object in every class loader
            try {
                if (!Files.exists(file)) {
                    OwnerOnly.file(file, value.get());
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** 256 random bits in hexadecimal. */
    static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
