package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.sandbox.Exit.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every real confinement must hold against programs that mean harm. One subclass per mode. */
@TestInstance(PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class ConfinementContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    abstract SandboxMode mode();

    @BeforeAll
    void create() {
        sandbox = Sandbox.create(mode());
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void runs_a_program_in_its_workspace_and_tells_its_status() throws Exception {
        // Given
        Files.writeString(workspace().resolve("in.txt"), "given");
        Captured output = new Captured();

        // When
        Exit exit = sandbox.run(sh("pwd; cat in.txt; echo made >out.txt; echo trouble >&2; exit 7"), output);

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.ITSELF);
        assertThat(exit.code()).isEqualTo(7);
        assertThat(output.out()).isEqualTo("/workspace\ngiven");
        assertThat(output.err()).isEqualTo("trouble");
        assertThat(workspace().resolve("out.txt")).hasContent("made");
    }

    @Test
    void tells_the_signal_that_ended_a_program() throws Exception {
        // When
        Captured output = new Captured();
        Exit exit = sandbox.run(sh("kill -SEGV $$"), output);

        // Then
        assertThat(exit.signal()).isEqualTo(11);
        assertThat(output.err()).isEmpty();
    }

    @Test
    void a_missing_program_is_the_programs_own_failure() throws Exception {
        // When
        Exit exit = run(command(Limits.defaults(), List.of("no-such-program")));

        // Then
        assertThat(exit.code()).isEqualTo(127);
    }

    @Test
    void holds_no_privilege_and_can_gain_none() throws Exception {
        // When
        Captured output = new Captured();
        sandbox.run(sh("id -u; grep -E '^(NoNewPrivs|CapInh|CapPrm|CapEff|CapAmb)' /proc/self/status"), output);

        // Then
        assertThat(output.out().lines().findFirst()).isNotEmpty().get().isNotEqualTo("0");
        assertThat(output.out()).contains("NoNewPrivs:\t1").containsPattern("CapEff:\\s0000000000000000");
        assertThat(output.out()).containsPattern("CapPrm:\\s0000000000000000");
        assertThat(output.out()).containsPattern("CapInh:\\s0000000000000000");
        assertThat(output.out()).containsPattern("CapAmb:\\s0000000000000000");
    }

    @Test
    void does_not_see_the_hosts_files() throws Exception {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String paths = String.join(
                " ",
                "/home",
                "/var",
                "/run",
                "/sys/kernel",
                "/etc/shadow",
                "/old",
                "/boot",
                System.getProperty("user.dir"),
                secret.toString());

        // When
        Captured output = new Captured();
        sandbox.run(sh("for p in " + paths + "; do test -e $p && echo $p; done; ls -A /root; cat " + secret), output);

        // Then
        assertThat(output.out()).isEmpty();
    }

    @Test
    void sees_what_it_was_given_to_read_and_can_not_write_it() throws Exception {
        // Given
        Path given = Files.createDirectories(folder.resolve("a b/given"));
        Files.writeString(given.resolve("file"), "content");
        Path single = Files.writeString(folder.resolve("single"), "alone");
        Command command = new Command(
                List.of(
                        "sh",
                        "-c",
                        "cat \"$1/file\" \"$2\"; echo x >\"$1/file\"; echo x >\"$2\"; rm -f \"$1/file\"; echo x >\"$1/new\"",
                        "sh",
                        given.toString(),
                        single.toString()),
                workspace(),
                List.of(given, single, Path.of("/usr/bin")),
                Map.of(),
                Limits.defaults());

        // When
        Captured output = new Captured();
        sandbox.run(command, output);

        // Then
        assertThat(output.out()).isEqualTo("contentalone");
        assertThat(given).isDirectoryNotContaining("glob:**new");
        assertThat(given.resolve("file")).hasContent("content");
        assertThat(single).hasContent("alone");
    }

    @Test
    void writes_nowhere_but_in_its_workspace_and_scratch_space() throws Exception {
        // When
        Captured output = new Captured();
        sandbox.run(
                sh("for d in / /usr /usr/bin /etc /dev /proc /root /workspace /tmp /dev/shm; do"
                        + " (echo x >$d/probe) 2>/dev/null && echo $d; done"),
                output);

        // Then
        assertThat(output.out()).isEqualTo("/workspace\n/tmp\n/dev/shm");
        assertThat(Path.of("/tmp/probe")).doesNotExist();
        assertThat(Path.of("/dev/shm/probe")).doesNotExist();
    }

    @Test
    void a_link_out_of_the_workspace_leads_nowhere() throws Exception {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(workspace().resolve("link"), secret);

        // When
        Captured output = new Captured();
        sandbox.run(sh("cat link; echo changed >link"), output);

        // Then
        assertThat(output.out()).isEmpty();
        assertThat(secret).hasContent("secret");
    }

    @Test
    void reaches_no_listener_of_the_host() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            String connect = "exec 3<>/dev/tcp/127.0.0.1/" + listener.getLocalPort() + " && echo connected";

            // When
            Captured output = new Captured();
            sandbox.run(command(Limits.defaults(), List.of("bash", "-c", connect)), output);

            // Then
            assertThat(output.out()).isEmpty();
            assertThat(output.err()).contains("/dev/tcp/127.0.0.1");
        }
    }

    @Test
    void has_no_network_interface_but_its_own_loopback() throws Exception {
        // When
        Captured output = new Captured();
        sandbox.run(sh("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '; cat /proc/net/route | tail -n +2"), output);

        // Then
        assertThat(output.out()).isEqualTo("lo");
    }

    @Test
    void inherits_no_environment() throws Exception {
        // Given
        Command command =
                new Command(List.of("env"), workspace(), List.of(), Map.of("GIVEN", "a = b\nc"), Limits.defaults());

        // When
        Captured output = new Captured();
        sandbox.run(command, output);

        // Then
        assertThat(output.out().lines().filter(line -> !line.startsWith("PATH=")))
                .containsExactly("GIVEN=a = b", "c");
    }

    @Test
    void its_environment_does_not_reach_the_trusted_stages() throws Exception {
        // Given
        Command command = new Command(
                List.of("sh", "-c", "echo ran"),
                workspace(),
                List.of(),
                Map.of("LD_PRELOAD", "/workspace/evil.so", "PATH", "/bin", "ENV", "/workspace/evil.sh"),
                Limits.defaults());

        // When
        Captured output = new Captured();
        sandbox.run(command, output);

        // Then
        assertThat(output.out()).isEqualTo("ran");
        // env(1) starts sh with it; none of setpriv, prlimit, mount … complained before
        assertThat(output.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void can_not_signal_the_hosts_processes() throws Exception {
        // Given
        long host = ProcessHandle.current().pid();

        // When
        Captured output = new Captured();
        sandbox.run(sh("kill -0 " + host + " && echo reached; kill -9 -1; kill -9 1; echo still here"), output);

        // Then
        assertThat(output.out()).doesNotContain("reached");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_daemon_that_left_its_session_dies_with_the_program() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        String daemon = "(setsid sh -c 'echo up; while :; do sleep 100; done' " + marker + " >up 2>&1 &) ; "
                + "while ! [ -s up ]; do :; done";

        // When
        Exit exit = run(sh(daemon));

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(workspace().resolve("up")).hasContent("up");
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void kills_the_tree_when_the_wall_time_is_over() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Limits limits = Limits.defaults().withWallTime(Duration.ofSeconds(1));

        // When
        Exit exit = run(command(limits, List.of("sh", "-c", "sleep 1000 & while :; do :; done", marker)));

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.WALL_TIME);
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void kills_a_program_that_uses_its_processor_time_up() throws Exception {
        // Given
        Limits limits = Limits.defaults().withCpuTime(Duration.ofSeconds(1));

        // When
        Exit exit = run(command(limits, List.of("sh", "-c", "while :; do :; done")));

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.CPU_TIME);
    }

    @Test
    void kills_a_program_that_writes_too_much() throws Exception {
        // Given
        Limits limits = Limits.defaults().withOutputBytes(100_000);
        Captured output = new Captured();

        // When
        Exit exit = sandbox.run(command(limits, List.of("sh", "-c", "yes & yes >&2")), output);

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.OUTPUT);
        assertThat(output.size()).isEqualTo(100_000);
    }

    @Test
    void output_up_to_the_limit_is_fine() throws Exception {
        // Given
        Limits limits = Limits.defaults().withOutputBytes(100_000);
        Captured output = new Captured();

        // When
        Exit exit = sandbox.run(command(limits, List.of("head", "-c", "100000", "/dev/zero")), output);

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.size()).isEqualTo(100_000);
    }

    @Test
    void bounds_a_fork_bomb_and_kills_it() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Limits limits = Limits.defaults().withWallTime(Duration.ofSeconds(3)).withProcesses(40);
        String bomb = "bomb() { bomb | bomb & }; bomb; while :; do bomb; done";
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(() -> {
            try {
                return run(command(limits, List.of("bash", "-c", bomb, marker)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        // When
        int most = 0;
        while (!exit.isDone()) {
            // Watches until the bomb has been killed
            most = Math.max(most, HostProcesses.with(marker).size());
        }

        // Then: the trusted first process and its parents name the marker too
        assertThat(most).isBetween(5, 45);
        assertThat(exit.get().ended()).isIn(Ended.WALL_TIME, Ended.ITSELF);
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void one_program_at_its_process_limit_leaves_its_neighbour_its_own() throws Exception {
        // Given
        Limits limits = Limits.defaults().withProcesses(20);
        Captured full = new Captured();
        Thread hog = Thread.ofPlatform().start(() -> {
            try {
                sandbox.run(
                        command(
                                limits,
                                List.of("bash", "-c", "for i in {1..18}; do sleep 1000 & done; echo full; wait")),
                        full);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        full.started.await();

        // When
        Exit exit = run(command(limits, List.of("bash", "-c", "for i in {1..10}; do sleep 0.01 & done; wait")));

        // Then
        hog.interrupt();
        hog.join();
        assertThat(exit.success()).isTrue();
    }

    @Test
    void bounds_the_address_space_of_a_process() throws Exception {
        // Given
        Limits limits = Limits.defaults().withAddressSpaceBytes(64 << 20);
        Captured output = new Captured();

        // When
        Exit exit = sandbox.run(command(limits, List.of("tail", "/dev/zero")), output);

        // Then
        assertThat(exit.success()).isFalse();
        assertThat(output.err()).contains("memory exhausted");
    }

    @Test
    void bounds_the_size_of_a_file() throws Exception {
        // Given
        Limits limits = Limits.defaults().withFileBytes(1 << 20);

        // When
        Exit exit = run(command(limits, List.of("sh", "-c", "head -c 10000000 /dev/zero >big")));

        // Then
        assertThat(exit.success()).isFalse();
        assertThat(workspace().resolve("big")).hasSize(1 << 20);
    }

    @Test
    void an_interrupt_kills_the_tree() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Captured output = new Captured();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                sandbox.run(
                        command(Limits.defaults(), List.of("sh", "-c", "echo up; (sleep 1000 &) ; sleep 1000", marker)),
                        output);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        output.started.await();
        assertThat(HostProcesses.with(marker)).isNotEmpty();

        // When
        caller.interrupt();

        // Then
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void an_interrupt_before_the_start_kills_too() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Thread.currentThread().interrupt();

        // When
        assertThatThrownBy(() -> run(command(Limits.defaults(), List.of("sh", "-c", "sleep 1000; :", marker))))
                .isInstanceOf(InterruptedException.class);

        // Then
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void a_listener_that_throws_ends_the_run() {
        // Given
        OutputListener failing = new OutputListener() {
            @Override
            public void stdout(byte[] bytes) {
                throw new UnsupportedOperationException("enough");
            }

            @Override
            public void stderr(byte[] bytes) {}
        };

        // When
        assertThatThrownBy(() -> sandbox.run(sh("echo x; sleep 1000"), failing))

                // Then
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("enough");
    }

    @Test
    void dies_when_the_agents_process_is_killed() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Process agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedAgent.class.getName(),
                        mode().toString(),
                        workspace().toString(),
                        marker)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(agent.inputReader().readLine()).isEqualTo("up");
        List<ProcessHandle> tree = HostProcesses.with(marker);
        assertThat(tree).hasSizeGreaterThan(2);

        // When
        agent.destroyForcibly();

        // Then
        for (ProcessHandle process : tree) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    @Test
    void many_run_at_once() throws Exception {
        // Given
        List<CompletableFuture<Exit>> exits = new ArrayList<>();
        List<Path> workspaces = IntStream.range(0, 20)
                .mapToObj(i -> folder.resolve("many-" + i))
                .toList();
        for (Path each : workspaces) {
            Files.createDirectory(each);
        }

        // When
        for (Path each : workspaces) {
            CompletableFuture<Exit> exit = new CompletableFuture<>();
            exits.add(exit);
            Thread.ofVirtual().start(() -> {
                try {
                    exit.complete(sandbox.run(
                            new Command(List.of("sh", "-c", "echo x >x"), each, List.of(), Map.of(), Limits.defaults()),
                            OutputListener.DISCARD));
                } catch (Throwable e) {
                    exit.completeExceptionally(e);
                }
            });
        }

        // Then
        for (CompletableFuture<Exit> exit : exits) {
            assertThat(exit.get().success()).isTrue();
        }
        assertThat(workspaces).allSatisfy(each -> assertThat(each.resolve("x")).hasContent("x"));
    }

    @Test
    void a_workspace_can_be_used_again() throws Exception {
        // Given
        run(sh("mkdir d; echo 1 >d/f; ln -s /etc/passwd d/link"));

        // When
        Exit exit = run(sh("echo 2 >>d/f && cat d/f"));

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(workspace().resolve("d/f")).hasContent("1\n2");
    }

    private Exit run(Command command) throws InterruptedException {
        return sandbox.run(command, OutputListener.DISCARD);
    }

    private Command sh(String script) {
        return command(Limits.defaults().withWallTime(Duration.ofSeconds(60)), List.of("sh", "-c", script));
    }

    private Command command(Limits limits, List<String> argv) {
        return new Command(argv, workspace(), List.of(), Map.of(), limits);
    }

    private Path workspace() {
        try {
            return Files.createDirectories(folder.resolve("work space"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
