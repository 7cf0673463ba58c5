package io.ymera.bench.gateway;

import io.ymera.local.process.Launch;
import io.ymera.local.process.Part;
import io.ymera.local.process.Ports;
import io.ymera.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An nginx with a folder and a configuration of its own; the machine's nginx, if one runs, is not touched.
 *
 * @param name of the process
 * @param port where it listens
 * @param folder where its files go
 * @param servers what stands in {@code http}
 */
record NginxPart(String name, int port, Path folder, String servers) implements Part {

    /** Connections are kept for as long as a run takes, on both sides of every proxy: none is measured while it reconnects. */
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log stderr warn;
            events {
                worker_connections 4096;
            }
            http {
                access_log off;
                default_type application/json;
                keepalive_timeout 1h;
                keepalive_requests 1000000000;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
            %s
            }
            """;

    /** @throws IOException if there is none; the message says how to get it */
    static Path installed() throws IOException {
        Optional<Path> onPath = Programs.onPath("nginx");
        Path system = Path.of("/usr/sbin/nginx"); // which is not on everybody's PATH
        return onPath.or(() -> Optional.of(system).filter(Files::isExecutable))
                .orElseThrow(
                        () -> new IOException("nginx is missing. On Debian and Ubuntu: apt-get install nginx-light"));
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(servers.indent(4)));
    }

    @Override
    public Launch launch() throws IOException {
        String prefix = folder.toAbsolutePath() + "/";
        return new Launch(
                List.of(installed().toString(), "-e", "stderr", "-p", prefix, "-c", prefix + "nginx.conf"),
                Map.of(),
                folder);
    }

    /** Whether it listens. */
    @Override
    public boolean isReady() {
        return !Ports.isFree(port);
    }
}
