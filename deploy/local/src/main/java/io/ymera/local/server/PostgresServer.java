package io.ymera.local.server;

import io.ymera.local.process.Launch;
import io.ymera.local.process.OwnerOnly;
import io.ymera.local.process.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * PostgreSQL with one database, {@code ymera}, in which every service has a role, and a schema of the same name.
 *
 * @param programs where its programs are
 * @param directory where its data is kept
 * @param port where it listens
 * @param password of its superuser {@code postgres}
 * @param durability whether it writes through to the disk
 * @param settings others of its settings, by name
 */
public record PostgresServer(
        ServerPrograms programs,
        Path directory,
        int port,
        String password,
        Durability durability,
        Map<String, String> settings)
        implements Part {

    /** With little memory. */
    public PostgresServer(ServerPrograms programs, Path directory, int port, String password, Durability durability) {
        this(programs, directory, port, password, durability, Map.of("shared_buffers", "32MB"));
    }

    public PostgresServer {
        settings = Map.copyOf(settings);
    }

    /** The database. */
    public static final String DATABASE = "ymera";

    private static final String SUPERUSER = "postgres";

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path data = data();
        if (Files.isDirectory(data)) {
            PostmasterLock.recover(data);
            return;
        }
        Files.createDirectories(directory);
        Path half = directory.resolve("data.new"); // a rename makes it whole: initdb may be interrupted
        deleteTree(half);
        Path passwordFile = directory.resolve("superuser");
        try {
            OwnerOnly.file(passwordFile, password);
            OrdinaryUser.giveTo(directory);
            initdb(half, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path data, Path passwordFile) throws IOException, InterruptedException {
        List<String> command = OrdinaryUser.command(List.of(
                programs.postgresHome().resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                durability == Durability.DURABLE ? "--data-checksums" : "--no-sync"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("initdb failed:%n%s".formatted(output.strip()));
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Launch launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.postgresHome().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        Map<String, String> all = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "100",
                "timezone", "UTC",
                "fsync", durability == Durability.DURABLE ? "on" : "off"));
        all.putAll(settings);
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        try {
            return new Launch(OrdinaryUser.command(command), Map.of(), directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Whether the superuser can log in and query. */
    @Override
    public boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** SIGINT, a fast shutdown: on SIGTERM it would wait for every client to go. */
    @Override
    public void requestStop(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    /**
     * Makes the database and, in it, the role {@code role} with a schema of the same name; see {@link DatabaseRoles}.
     *
     * @return the URL at which the role connects
     * @throws SQLException if the server does not answer or refuses
     */
    public String createRole(String role, String rolePassword) throws SQLException {
        createDatabase();
        return new DatabaseRoles("127.0.0.1", port, DATABASE, SUPERUSER, password).create(role, rolePassword);
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private Connection connect() throws SQLException {
        return new DatabaseRoles("127.0.0.1", port, SUPERUSER, SUPERUSER, password).connect();
    }

    private Path data() {
        return directory.toAbsolutePath().resolve("data");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgreSQL on port %d in %s".formatted(port, directory);
    }
}
