package io.ymera.local.platform;

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
 * One of our services, in a JVM of its own.
 *
 * @param name its name
 * @param port where it listens
 * @param module its module's folder
 * @param jvm flags of its JVM
 * @param environment what it is told, without its port
 */
record ServicePart(String name, int port, Path module, List<String> jvm, Environment environment) implements Part {

    private static final int TIMEOUT_MILLIS = 1500;

    @Override
    public void prepare() throws IOException {
        if (!Files.exists(program())) {
            throw new IOException("%s is missing: build it with `./mvnw -Dquick package`".formatted(program()));
        }
    }

    @Override
    public Launch launch() throws IOException {
        Map<String, String> variables = new HashMap<>(environment.read());
        variables.put("HTTP_PORT", Integer.toString(port));
        variables.putIfAbsent("MALLOC_ARENA_MAX", "1");
        // File names of a submission are UTF-8; under the C locale a JVM can not write them
        variables.put("LC_ALL", "C.UTF-8");
        List<String> command = new ArrayList<>();
        command.add(Programs.java().toString());
        command.addAll(jvm);
        // Netty still uses it, and Java 24 and later complain
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-jar", program().toString()));
        return new Launch(command, variables, module);
    }

    private Path program() {
        return module.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Whether {@code /health/ready} answers 200. */
    @Override
    public boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:%d/health/ready".formatted(port))
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its drain, and a little. */
    @Override
    public Duration grace() {
        return Duration.ofSeconds(40);
    }

    /** The variables of a service; read when it is started, because some need what was started before it. */
    interface Environment {
        Map<String, String> read() throws IOException;
    }
}
