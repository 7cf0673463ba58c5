package io.ymera.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program reaches what it is allowed to and nothing else. One subclass per mode. */
@TestInstance(PER_CLASS)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
abstract class EgressContract {

    /** Sends its first argument to the proxy and prints the whole answer. */
    private static final String ASK = """
            use Socket;
            my ($port) = $ENV{HTTP_PROXY} =~ m{^http://127\\.0\\.0\\.1:(\\d+)$} or die 'no proxy';
            socket S, PF_INET, SOCK_STREAM, 0; connect S, pack_sockaddr_in($port, INADDR_LOOPBACK) or die $!;
            my $request = shift; $request =~ s/\\n/\\r\\n/g; syswrite S, $request; print <S>;
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private Captured output = new Captured();
    private int port;

    abstract SandboxMode mode();

    @BeforeAll
    void start() throws IOException {
        sandbox = Sandbox.create(mode());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " said "
                            + new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
    }

    @BeforeEach
    void newOutput() {
        output = new Captured();
    }

    @AfterAll
    void stop() {
        server.stop(0);
        sandbox.close();
    }

    @Test
    void an_allowed_server_answers() throws Exception {
        // When
        Exit exit = ask(
                List.of(new Destination("127.0.0.1", port)),
                "POST http://127.0.0.1:" + port + "/a?b HTTP/1.1\nHost: x\nContent-Length: 5\n\nhello");

        // Then
        assertThat(output.out()).startsWith("HTTP/1.1 200").endsWith("POST /a?b said hello");
        assertThat(exit.success()).isTrue();
        assertThat(exit.network()).contains(new NetworkAttempts(0, 0, 0));
    }

    @Test
    void an_allowed_server_can_be_reached_through_a_tunnel() throws Exception {
        // When
        Exit exit = ask(
                List.of(new Destination("127.0.0.1", port)),
                "CONNECT 127.0.0.1:" + port + " HTTP/1.1\nHost: x\n\nGET /c HTTP/1.1\nHost: x\nConnection: close\n\n");

        // Then
        assertThat(output.out())
                .startsWith("HTTP/1.1 200 Connection established")
                .endsWith("GET /c said");
        assertThat(exit.network()).contains(new NetworkAttempts(0, 0, 0));
    }

    @Test
    void another_server_is_refused_and_the_attempt_counted() throws Exception {
        // When
        Exit exit = ask(
                List.of(
                        new Destination("127.0.0.1", port == 65_535 ? 1 : port + 1),
                        new Destination("example.org", 443)),
                "CONNECT 127.0.0.1:" + port + " HTTP/1.1\n\n");

        // Then
        assertThat(output.out()).startsWith("HTTP/1.1 403").doesNotContain("said");
        assertThat(exit.network()).contains(new NetworkAttempts(0, 0, 1));
    }

    @Test
    void a_name_that_leads_to_this_machine_is_refused() throws Exception {
        // When
        Exit exit = ask(
                List.of(new Destination("localhost", port)),
                "GET http://localhost:" + port + "/ HTTP/1.1\nHost: x\n\n");

        // Then
        assertThat(output.out()).startsWith("HTTP/1.1 403").contains("not public");
        assertThat(exit.network()).contains(new NetworkAttempts(0, 0, 1));
    }

    @Test
    void what_is_no_request_is_none() throws Exception {
        // When
        ask(List.of(new Destination("127.0.0.1", port)), "GET / HTTP/1.1\nHost: 127.0.0.1:" + port + "\n\n");

        // Then
        assertThat(output.out()).startsWith("HTTP/1.1 400");
    }

    @Test
    void the_proxy_is_the_only_way() throws Exception {
        // When
        Exit exit = perl(
                List.of(new Destination("127.0.0.1", port)),
                "use Socket; socket S, PF_INET, SOCK_STREAM, 0;"
                        + " print connect(S, pack_sockaddr_in(" + port
                        + ", INADDR_LOOPBACK)) ? 'connected' : 'refused';"
                        + " socket T, PF_INET, SOCK_STREAM, 0; connect T, pack_sockaddr_in(80, inet_aton('192.0.2.1'))");

        // Then
        assertThat(output.out()).isEqualTo("refused");
        assertThat(exit.network()).contains(new NetworkAttempts(1, 0, 0));
    }

    @Test
    void who_is_allowed_nothing_has_no_proxy() throws Exception {
        // When
        perl(List.of(), "print grep { /proxy/i } keys %ENV; print -e '/egress' ? 'socket' : 'none'");

        // Then
        assertThat(output.out()).isEqualTo("none");
    }

    @Test
    void a_request_in_pieces_is_one() throws Exception {
        // When
        perl(
                List.of(new Destination("127.0.0.1", port)),
                "use Socket; socket S, PF_INET, SOCK_STREAM, 0; connect S, pack_sockaddr_in(3128, INADDR_LOOPBACK);"
                        + " for (split //, qq(GET http://127.0.0.1:" + port + "/p HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n)) {"
                        + " syswrite S, $_; select undef, undef, undef, 0.005 } print <S>");

        // Then
        assertThat(output.out()).endsWith("GET /p said");
    }

    @Test
    void an_output_that_is_under_way_to_the_proxy_does_not_hold_the_run_up() throws Exception {
        // When: the proxy's connection keeps the program's standard output open
        Exit exit = run(
                List.of(new Destination("127.0.0.1", port)),
                List.of(
                        "python3",
                        "-c",
                        "import socket; s = socket.socket(socket.AF_UNIX); s.connect('/egress');"
                                + " socket.send_fds(s, [b'x'], [1, 2]); print('sent')"));

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEqualTo("sent");
    }

    @Test
    void nothing_of_it_is_left() throws Exception {
        // When: also where the program ends with a connection open
        perl(
                List.of(new Destination("127.0.0.1", port)),
                "use Socket; socket S, PF_INET, SOCK_STREAM, 0; connect S, pack_sockaddr_in(3128, INADDR_LOOPBACK);"
                        + " syswrite S, 'CONNECT '; print 'done'; exit 3");

        // Then
        assertThat(output.out()).isEqualTo("done");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("ymera-egress"))
                            .filter(Files::isWritable))
                    .isEmpty();
        }
    }

    private Exit ask(List<Destination> allowed, String request) throws InterruptedException {
        return run(allowed, List.of("perl", "-e", ASK, "--", request));
    }

    private Exit perl(List<Destination> allowed, String program) throws InterruptedException {
        return run(allowed, List.of("perl", "-e", program));
    }

    private Exit run(List<Destination> allowed, List<String> argv) throws InterruptedException {
        Limits limits = Limits.defaults().withWallTime(Duration.ofSeconds(30));
        return sandbox.run(new Command(argv, workspace, List.of(), Map.of(), limits, "", allowed), output);
    }
}
