package io.ymera.bench.gateway;

import io.ymera.local.process.Launch;
import io.ymera.local.process.Part;
import io.ymera.local.process.Programs;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program in a JVM of its own; all of them are started in the same way.
 *
 * @param site its name and port
 * @param port where it listens
 * @param jvm flags of its JVM
 * @param program a jar and its arguments, or {@code -cp}, a jar, a class and its arguments
 * @param environment what it is told
 * @param directory where it runs
 * @param ready it is up when this answers 200
 */
record JvmPart(
        Site site,
        int port,
        List<String> jvm,
        List<String> program,
        Map<String, String> environment,
        Path directory,
        URI ready)
        implements Part {

    private static final int TIMEOUT_MILLIS = 1500;

    @Override
    public String name() {
        return site.title();
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public Launch launch() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("HTTP_PORT", Integer.toString(port));
        variables.put("MALLOC_ARENA_MAX", "1");
        variables.put("LC_ALL", "C.UTF-8");
        List<String> command = new ArrayList<>();
        command.add(Programs.java().toString());
        command.addAll(jvm);
        // Netty uses both, and Java 24 and later complain
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        return new Launch(command, variables, directory);
    }

    @Override
    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(15);
    }
}
