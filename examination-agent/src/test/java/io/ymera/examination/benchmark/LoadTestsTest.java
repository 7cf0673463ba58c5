package io.ymera.examination.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Python;
import io.ymera.examination.benchmark.LoadTestReport.Verdict;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(PER_CLASS)
@Timeout(120)
class LoadTestsTest {

    private static final int PORT = 8123;

    /** Answers /ok at once, /missing with 404, /stall (the first time) after a second, /end never again. */
    private static final String SERVER = """
            import os, time
            from http.server import BaseHTTPRequestHandler, HTTPServer
            stalled = []

            class Handler(BaseHTTPRequestHandler):
                protocol_version = 'HTTP/1.0'

                def do_GET(self):
                    if self.path == '/end':
                        os._exit(3)
                    if self.path == '/stall' and not stalled:
                        stalled.append(1)
                        time.sleep(1)
                    self.send_response(404 if self.path == '/missing' else 200)
                    self.end_headers()
                    self.wfile.write(b'hello')

                def log_message(self, *arguments):
                    pass

            print('listening', flush=True)
            HTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
            """;

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final LoadTests tests = new LoadTests(new Python(sandbox, new LookedFor()), new JavaTools(new LookedFor()));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void a_server_that_answers_is_measured_request_by_request() throws Exception {
        // When
        LoadTestReport report = load(List.of("python3", "server.py"), List.of(get("/ok"), get("/missing")), null, null);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.MEASURED);
        assertThat(report.serverOutput()).isEqualTo("listening\n");
        LoadResult result = result(report);
        assertThat(result.due()).isEqualTo(100);
        assertThat(result.succeeded()).isEqualTo(50);
        assertThat(result.errorRate()).isEqualTo(0.5);
        assertThat(result.errors()).isEqualTo(Map.of("status", 50));
        assertThat(result.statuses()).isEqualTo(Map.of("200", 50, "404", 50));
        assertThat(result.requests())
                .extracting(LoadResult.OfRequest::request, LoadResult.OfRequest::sent, LoadResult.OfRequest::failed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("GET /ok", 50, 0),
                        org.assertj.core.groups.Tuple.tuple("GET /missing", 50, 50));
        assertThat(result.timeline()).hasSize(2).allSatisfy(second -> assertThat(second.sent())
                .isEqualTo(50));
        assertThat(report.peakMemoryBytes()).isGreaterThan(1L << 20);
    }

    @Test
    void a_stall_is_charged_for_all_who_would_have_waited() throws Exception {
        // When: one request of a hundred takes a second, and those behind it wait for it
        LoadTestReport report = load(List.of("python3", "server.py"), List.of(get("/stall")), 200.0, null);

        // Then: without the correction the 90th percentile would be a matter of milliseconds
        LoadResult result = result(report);
        Latency latency = Objects.requireNonNull(result.latency());
        assertThat(latency.p90Seconds()).isGreaterThan(0.3);
        assertThat(latency.maxSeconds()).isGreaterThan(0.9);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.reasons())
                .singleElement()
                .asString()
                .startsWith("The 99th percentile of the latency is")
                .endsWith("more than 200.0 ms");
    }

    @Test
    void a_server_that_ends_under_load_has_failed() throws Exception {
        // When
        LoadTestReport report =
                load(List.of("python3", "server.py"), List.of(get("/ok"), get("/ok"), get("/end")), null, null);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.reasons().getFirst()).startsWith("The server ended with status 3 after");
        assertThat(result(report).errors()).containsKey("closed");
    }

    @Test
    void a_server_that_does_not_start_shows_what_it_said() throws Exception {
        // When
        LoadTestReport report =
                load(List.of("python3", "-c", "import sys; sys.exit('no database')"), List.of(get("/")), null, null);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.reasons()).containsExactly("The server ended with status 1 before it was ready");
        assertThat(report.serverOutput()).isEqualTo("no database\n");
        assertThat(report.result()).isNull();
    }

    @Test
    void a_program_that_is_not_there_is_named() throws Exception {
        // When
        LoadTestReport report = load(List.of("no-such-server"), List.of(get("/")), null, null);

        // Then
        assertThat(report.reasons()).containsExactly("no-such-server can't be started: No such file or directory");
    }

    @Test
    void a_server_that_listens_elsewhere_is_never_ready() throws Exception {
        // When
        LoadTestReport report =
                load(List.of("python3", "-c", "import time; time.sleep(60)"), List.of(get("/")), null, null);

        // Then
        assertThat(report.reasons())
                .containsExactly("The server was not ready within 2 s: nothing listened on port " + PORT);
    }

    @Test
    void a_server_that_ends_its_parent_does_not_pass() throws Exception {
        // When
        LoadTestReport report =
                load(List.of("python3", "-c", "import os; os.kill(os.getppid(), 9)"), List.of(get("/")), null, 1.0);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.reasons().getFirst()).startsWith("The load test itself was ended before it was done");
    }

    @Test
    void a_server_can_not_look_into_what_loads_it() throws Exception {
        // Given
        String looks = """
                import os
                for name in ('mem', 'environ', 'fd/3'):
                    try:
                        open('/proc/%d/%s' % (os.getppid(), name), 'rb')
                        print(name, 'is open')
                    except OSError as error:
                        print(type(error).__name__)
                """;

        // When
        LoadTestReport report = load(List.of("python3", "-c", looks), List.of(get("/")), null, null);

        // Then
        assertThat(report.serverOutput()).doesNotContain("is open").contains("Error");
    }

    @Test
    void a_header_that_would_split_the_request_is_refused() {
        // Given
        LoadRequest bad = new LoadRequest("GET", "/", Map.of("X-A", "1\r\nX-B: 2"), null, null);

        // When
        assertThatThrownBy(() -> load(List.of("true"), List.of(bad), null, null))

                // Then
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("invalid_header"));
    }

    private static LoadRequest get(String path) {
        return new LoadRequest("GET", path, Map.of(), null, null);
    }

    private static LoadResult result(LoadTestReport report) {
        return Objects.requireNonNull(report.result(), report::toString);
    }

    private LoadTestReport load(
            List<String> command, List<LoadRequest> requests, @Nullable Double maxP99Ms, @Nullable Double maxErrorRate)
            throws Exception {
        List<SourceFile> files = List.of(new SourceFile("server.py", SERVER, "utf-8"));
        Path folder = workspace.resolve("project");
        SourceTree.write(files, folder);
        LoadTestRequest request = new LoadTestRequest(
                files, null, command, PORT, null, 2, requests, 50.0, 2, 0, 32, 5, maxP99Ms, maxErrorRate);
        return tests.run(
                new Project(folder, List.of("server.py")),
                request,
                new Workbench(sandbox, QuietAttempt.in(workspace), Clock.systemUTC()));
    }
}
