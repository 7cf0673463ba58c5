package io.ymera.e2e;

import io.ymera.local.client.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The product as it runs for the end-to-end tests: in a home of its own, beside a developer's platform. */
final class Platform implements AutoCloseable {

    private static final int PORT_OFFSET = 20_000;

    private final Path checkout = Path.of(System.getProperty("ymera.checkout", ".."));
    private final Path home =
            Path.of(System.getProperty("ymera.home", "target/ymera")).toAbsolutePath();
    private final URI origin = URI.create("http://127.0.0.1:" + (8000 + PORT_OFFSET));
    private final GatewayClient gateway = new GatewayClient(origin);

    /** A platform without any data, which is ready. */
    static Platform fresh() throws IOException, InterruptedException {
        Platform platform = new Platform();
        platform.ymera("down");
        deleteTree(platform.home);
        platform.up();
        return platform;
    }

    /** Where the gateway is. */
    URI origin() {
        return origin;
    }

    GatewayClient gateway() {
        return gateway;
    }

    Path home() {
        return home;
    }

    /** Starts what is down; returns when everything is ready. */
    void up() throws IOException, InterruptedException {
        ymera("up").requireSuccess();
    }

    /** Crashes one part with SIGKILL; returns when it is gone. */
    void kill9(String part) throws IOException, InterruptedException {
        long pid = ymera("status")
                .output()
                .lines()
                .map(line -> line.split("\\s+"))
                .filter(columns -> columns[0].equals(part) && !columns[1].equals("-"))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part + " is not running"));
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Runs {@code ./ymera} with these arguments; returns when it ends. */
    Ran ymera(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(checkout.toRealPath().resolve("ymera").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("YMERA_HOME", home.toString());
        builder.environment().put("YMERA_PORT_OFFSET", Integer.toString(PORT_OFFSET));
        builder.environment().put("YMERA_SKIP_BUILD", "1"); // a build inside of a build would write to its files
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Ran ran = new Ran(String.join(" ", arguments), process.waitFor(), output);
        System.out.println(ran);
        return ran;
    }

    /** All that the parts printed so far. */
    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            for (Path log : logs.toList()) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        gateway.close();
        ymera("down").requireSuccess();
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** A run of the launcher that has ended. */
    record Ran(String arguments, int exitCode, String output) {

        void requireSuccess() {
            if (exitCode != 0) {
                throw new IllegalStateException("It failed: " + this);
            }
        }

        @Override
        public String toString() {
            return "./ymera %s → %d%n%s".formatted(arguments, exitCode, output);
        }
    }
}
