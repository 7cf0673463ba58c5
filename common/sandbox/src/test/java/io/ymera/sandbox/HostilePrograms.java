package io.ymera.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.sandbox.Exit.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that use up what they share with others, look for a way out, or attack what watches them: none harms the agent, and
 * the exit of each says what happened. One subclass per mode. They are written in Perl, which can call the kernel by number.
 */
@TestInstance(PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class HostilePrograms {

    private static final Limits LIMITS = Limits.defaults()
            .withWallTime(Duration.ofSeconds(60))
            .withMemoryBytes(200L << 20)
            .withAddressSpaceBytes(Limits.UNLIMITED);

    /** System calls have numbers of their own on each kind of processor. */
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path workspace;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    private Captured output = new Captured();

    abstract SandboxMode mode();

    @BeforeAll
    void create() {
        sandbox = Sandbox.create(mode());
    }

    @BeforeEach
    void newWorkspace() throws IOException {
        output = new Captured();
        workspace = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void memory_in_one_process() throws Exception {
        assertThat(perl(LIMITS, "my $x = 'x' x 300_000_000; sleep 100").ended()).isEqualTo(Ended.MEMORY);
    }

    @Test
    void memory_in_many_processes_each_below_the_limit() throws Exception {
        // When
        Exit exit = perl(LIMITS, "for (1..20) { if (!fork) { my $x = 'x' x 20_000_000; sleep 100 } } sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.MEMORY);
        assertThat(exit.usage().peakMemoryBytes()).isGreaterThan(200 << 20);
    }

    @Test
    void memory_that_processes_share_is_counted_once() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "my $x = 'x' x 50_000_000; my @c; for (1..10) { my $p = fork; if (!$p) { select undef, undef, undef, 1;"
                        + " exit } push @c, $p } waitpid $_, 0 for @c; print 'done'");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.ITSELF);
        assertThat(output.out()).isEqualTo("done");
    }

    @Test
    void memory_in_files_of_the_scratch_folders() throws Exception {
        // Given
        Limits limits = LIMITS.withMemoryBytes(64 << 20);

        // When
        Exit exit = sh(limits, "head -c 50000000 /dev/zero >/tmp/a; head -c 50000000 /dev/zero >/dev/shm/a; sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.MEMORY);
    }

    @Test
    void memory_in_files_that_have_no_name() throws Exception {
        // When: memfd_create and memfd_secret are refused; a file of the scratch folders counts without its name too
        Exit exit = perl(
                LIMITS,
                "my $n = 'x'; print syscall(" + (ARM ? 279 : 319) + ", $n, 0), ':', $!+0, ' ', syscall(447, 0), ':',"
                        + " $!+0; $| = 1; print '.'; my @f; my $x = 'x' x 10_000_000; for (1..30) { open my $f, '>', '/tmp/f';"
                        + " unlink '/tmp/f'; syswrite $f, $x; push @f, $f } sleep 100");

        // Then
        assertThat(output.out()).isEqualTo("-1:38 -1:1.");
        assertThat(exit.ended()).isEqualTo(Ended.MEMORY);
    }

    @Test
    void memory_of_a_process_whose_first_thread_has_ended() throws Exception {
        // When
        Exit exit = python(LIMITS, """
                import ctypes, os, threading, time
                def hold():
                    time.sleep(0.2)
                    kept = bytearray(300_000_000)
                    time.sleep(100)
                threading.Thread(target=hold).start()
                ctypes.CDLL(None).syscall(%d, 0)
                """.formatted(ARM ? 93 : 60));

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.MEMORY);
    }

    @Test
    void a_workspace_filled_by_a_process_whose_first_thread_has_ended() throws Exception {
        // When
        Exit exit = python(LIMITS.withWorkspaceBytes(20 << 20), """
                import ctypes, os, threading, time
                def hold():
                    time.sleep(0.2)
                    kept = open("f", "wb", buffering=0)
                    os.unlink("f")
                    kept.write(bytes(60_000_000))
                    time.sleep(100)
                threading.Thread(target=hold).start()
                ctypes.CDLL(None).syscall(%d, 0)
                """.formatted(ARM ? 93 : 60));

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void descriptors_of_one_thread_alone() throws Exception {
        // When: unshare(CLONE_FILES), close_range with CLOSE_RANGE_UNSHARE, clone of a thread without CLONE_FILES
        perl(
                LIMITS,
                "for my $c ([" + (ARM ? 97 : 272) + ", 0x400], [436, 100, 101, 2], [" + (ARM ? 220 : 56)
                        + ", 0x10900, 0, 0, 0, 0]) { my @c = @$c; print syscall(shift @c, @c), ':', $!+0, ' ' }"
                        + " print syscall(436, 100, 101, 0)");

        // Then
        assertThat(output.out()).isEqualTo("-1:1 -1:22 -1:1 0");
    }

    @Test
    void a_full_scratch_folder() throws Exception {
        // When
        Exit exit = sh(LIMITS.withScratchBytes(1 << 20), "head -c 5000000 /dev/zero >/tmp/a; stat -c %s /tmp/a");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.ITSELF);
        assertThat(output.out()).isEqualTo(Integer.toString(1 << 20));
        assertThat(output.err()).contains("No space left");
    }

    @Test
    void a_workspace_filled_by_many_files_each_below_the_limit() throws Exception {
        // Given
        Limits limits = LIMITS.withFileBytes(2 << 20).withWorkspaceBytes(20 << 20);

        // When
        Exit exit = sh(limits, "i=0; while head -c 1000000 /dev/zero >f$i; do i=$((i+1)); sleep 0.01; done");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_workspace_filled_between_two_looks() throws Exception {
        // When
        Exit exit = sh(LIMITS.withWorkspaceBytes(1 << 20), "head -c 3000000 /dev/zero >f");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
        assertThat(exit.success()).isFalse();
    }

    @Test
    void a_workspace_filled_by_files_that_have_no_name_any_more() throws Exception {
        // Given
        Limits limits = LIMITS.withWorkspaceBytes(20 << 20);

        // When
        Exit exit = perl(
                limits,
                "my $x = 'x' x 1_000_000; my @f; for (1..60) { open my $f, '>', 'f'; syswrite $f, $x; unlink 'f';"
                        + " push @f, $f } sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_workspace_filled_in_a_folder_that_can_not_be_listed() throws Exception {
        // When
        Exit exit = sh(
                LIMITS.withWorkspaceBytes(20 << 20),
                "mkdir d; chmod 300 d; for i in 1 2 3 4 5; do head -c 30000000 /dev/zero >d/f$i; done; ls d || echo locked");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_workspace_that_can_not_be_listed_itself() throws Exception {
        // When
        Exit exit = sh(
                LIMITS.withWorkspaceBytes(20 << 20),
                "chmod 300 .; for i in 1 2 3 4 5; do head -c 30000000 /dev/zero >f$i; done; ls || echo locked");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_folder_that_becomes_a_pipe_keeps_nobody_waiting() throws Exception {
        // When
        Exit exit = perl(
                LIMITS.withWorkspaceBytes(20 << 20).withWallTime(Duration.ofSeconds(30)),
                "use POSIX; mkdir 'd'; POSIX::mkfifo('p', 0600); symlink '/usr', 'l'; mkdir \"e$_\" for 1..50; if (!fork) {"
                        + " while (1) { for my $x ('p', 'l') { rename 'd', 'k'; rename $x, 'd'; rename 'd', $x; rename 'k', 'd' } } }"
                        + " sleep 4; my $x = 'x' x 60_000_000; open my $f, '>', 'f'; syswrite $f, $x; sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_folder_that_can_not_be_listed_is_no_harm_in_itself() throws Exception {
        // When
        Exit exit = sh(LIMITS, "mkdir d; echo x >d/f; chmod 300 d; sleep 0.3; stat -c %a d");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEqualTo("300");
        assertThat(exit.usage().workspaceBytes()).isEqualTo(4096);
    }

    @Test
    void one_file_of_many_names_is_one_file() throws Exception {
        // When
        Exit exit = sh(
                LIMITS.withWorkspaceBytes(2 << 20),
                "head -c 1000000 /dev/zero >f; for i in 1 2 3 4 5 6 7 8; do ln f f$i; done");

        // Then
        assertThat(exit.success()).isTrue();
    }

    @Test
    void a_sparse_file_is_as_large_as_it_says() throws Exception {
        // When
        Exit exit = sh(LIMITS, "truncate -s 200M a && truncate -s 900G c");

        // Then
        assertThat(exit.signal()).isEqualTo(25);
    }

    @Test
    void a_million_empty_files() throws Exception {
        // When
        Exit exit = perl(
                LIMITS.withWorkspaceFiles(5_000),
                "for (1..1_000_000) { open my $f, '>', \"f$_\" or die $!; } sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
    }

    @Test
    void a_million_empty_files_in_memory() throws Exception {
        // When
        Exit exit = perl(
                LIMITS.withWorkspaceFiles(5_000),
                "for (1..1_000_000) { open my $f, '>', \"/tmp/f$_\" or die $!; } sleep 100");

        // Then: either mode stops it, one by the looks at it, the other by the file system too
        assertThat(exit.success()).isFalse();
        assertThat(exit.ended() == Ended.DISK || output.err().contains("No space left"))
                .isTrue();
    }

    @Test
    void folders_deeper_than_any_path() throws Exception {
        // When
        Exit exit = perl(LIMITS, "for (1..5000) { mkdir 'deeply' or die; chdir 'deeply' or die } sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.DISK);
        // JUnit can't delete what is deeper than a path may be long
        assertThat(new ProcessBuilder("find", workspace.toString(), "-mindepth", "50", "-delete")
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void more_processes_than_it_may_have() throws Exception {
        // Given
        Limits limits = LIMITS.withProcesses(20);

        // When
        Exit exit = perl(limits, "while (defined(my $p = fork)) { if (!$p) { sleep 100; exit } } sleep 1; print $!");

        // Then
        assertThat(exit.usage().reachedProcesses()).isTrue();
        assertThat(exit.usage().peakProcesses()).isBetween(18, 20);
    }

    @Test
    void fewer_processes_than_it_may_have_are_no_sign() throws Exception {
        // When
        Exit exit = sh(LIMITS, "sleep 0.3 & sleep 0.3; wait");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(exit.usage().reachedProcesses()).isFalse();
        assertThat(exit.usage().peakProcesses()).isPositive();
    }

    @Test
    void descriptors_and_watches_without_end() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "my @f; while (open my $f, '<', '/dev/null') { push @f, $f } print scalar @f; my $i; 1 while syscall("
                        + (ARM ? 26 : 294) + ", 0) >= 0");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.ITSELF);
        assertThat(Integer.parseInt(output.out())).isBetween(900, 1024);
    }

    @Test
    void signals_to_all_that_it_sees() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "for my $s ('STOP', 'TERM', 'HUP', 'INT', 'QUIT', 'USR1', 'KILL') { kill $s, 1, -1, getppid }"
                        + " print 'alive'");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.ITSELF);
        assertThat(output.out()).isIn("alive", "");
    }

    @Test
    void the_first_process_can_be_neither_read_nor_traced() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "for my $f ('environ', 'mem', 'maps', 'fd/2', 'root/etc', 'cwd/etc') { print \"$f \" if open my $x, '<',"
                        + " \"/proc/1/$f\" or opendir my $y, \"/proc/1/$f\" }"
                        + " print 'attached' if syscall(" + (ARM ? 117 : 101) + ", 16, 1, 0, 0) == 0;"
                        + " print 'seized' if syscall(" + (ARM ? 117 : 101) + ", 0x4206, 1, 0, 0) == 0");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEmpty();
    }

    @Test
    void more_rights() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "$< = 0; $> = 0; print 'root ' if $> == 0;"
                        + " for my $c ('mknod d b 8 0', 'mount -t tmpfs x /tmp', 'mount --bind / /tmp', 'chroot /tmp true',"
                        + " 'umount /tmp', 'unshare --mount true', 'nsenter -t 1 -m true', 'hostname x',"
                        + " 'chown 0 .', 'ip link add d type dummy') { print \"$c \" if system(\"$c >/dev/null 2>&1\") == 0 }"
                        + " use Socket; print 'raw' if socket S, PF_INET, SOCK_RAW, 1; print 'packet' if socket S, 17, 3, 768");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEmpty();
    }

    @Test
    void system_calls_that_reach_what_no_namespace_separates() throws Exception {
        // Given: keyctl, shmget, bpf, io_uring_setup, ptrace, userfaultfd, semget, io_setup, with arguments that would
        // do
        String calls = ARM
                ? "[219, 0, -4, 1], [194, 0, 4096, 0666], [280, 0, 0, 0], [425, 1, 0], [117, 0, 0, 0, 0], [282, 1],"
                        + " [190, 0, 1, 0666], [0, 1, $io]"
                : "[250, 0, -4, 1], [29, 0, 4096, 0666], [321, 0, 0, 0], [425, 1, 0], [101, 0, 0, 0, 0], [323, 1],"
                        + " [64, 0, 1, 0666], [206, 1, $io]";

        // When
        Exit exit = perl(
                LIMITS,
                "my $io = pack 'Q', 0; for my $c (" + calls
                        + ") { my @c = @$c; my $r = syscall(shift @c, @c); print \"$c->[0]:\", $r, ':', $!+0, ' ' }"
                        + " print system('unshare --user true 2>/dev/null') ? 'refused' : 'made'");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out().split(" ")).hasSize(9).endsWith("refused");
        assertThat(output.out().replaceAll(" refused$", "").split(" ")).allMatch(each -> each.endsWith(":-1:1"));
    }

    @Test
    void sockets_that_lead_to_the_machine_below() throws Exception {
        // Given: AF_NETROM, AF_PACKET, AF_BLUETOOTH, AF_ALG, AF_TIPC, AF_VSOCK, the last as one that has its upper half
        // set too
        String families = "6, 17, 31, 38, 30, 40, 40 + (1 << 32)";

        // When
        perl(
                LIMITS,
                "for my $f (" + families + ") { for my $c (" + (ARM ? "198, 199" : "41, 53")
                        + ") { my $p = pack 'l2'; print syscall($c, $f, 2, 0, $p), ':', $!+0, ' ' } }"
                        + " for my $f (1, 2, 10, 16) { print syscall(" + (ARM ? 198 : 41) + ", $f, $f == 16 ? 3 : 2, 0)"
                        + " < 0 ? 'refused' : 'made', ' ' }");

        // Then: EAFNOSUPPORT, and the usual ones are there
        assertThat(output.out().split(" ")).hasSize(18);
        assertThat(output.out().replaceAll("( made){4}$", "").split(" "))
                .hasSize(14)
                .allMatch(each -> each.equals("-1:97"));
    }

    @Test
    void space_that_no_size_tells() throws Exception {
        // Given: fallocate(2) with and without FALLOC_FL_KEEP_SIZE, one that makes a hole, and FS_IOC_RESVSP64
        String fallocate = ARM ? "47" : "285";
        String ioctl = ARM ? "29" : "16";

        // When
        perl(
                LIMITS,
                "open my $f, '+>', 'f'; for my $m (0, 3, 1, 0x11, 0x41) { print syscall(" + fallocate
                        + ", fileno $f, $m, 0, 4096) < 0 && $! + 0, ' ' } my $a = pack 's2 x4 q2 x24', 0, 0, 0, 1 << 20;"
                        + " for my $r (0x40305828, 0x4030582a, 0x40305839) { print syscall(" + ioctl
                        + ", fileno $f, $r, $a) < 0 && $! + 0, ' ' } print -s $f");

        // Then
        assertThat(output.out()).isEqualTo("95 95 95 95 95 95 4096");
    }

    @Test
    void a_filter_is_loaded() throws Exception {
        // When
        sh(LIMITS, "grep -E '^(Seccomp|NoNewPrivs):' /proc/self/status");

        // Then
        assertThat(output.out()).isEqualTo("NoNewPrivs:\t1\nSeccomp:\t2");
    }

    @Test
    void is_what_the_kernel_ends_first_and_dumps_nothing() throws Exception {
        // When
        sh(LIMITS, "cat /proc/self/oom_score_adj; grep 'Max core' /proc/self/limits | tr -s ' '");

        // Then
        assertThat(Integer.parseInt(output.out().lines().findFirst().orElseThrow()))
                .isGreaterThanOrEqualTo(500);
        assertThat(output.out()).containsPattern("Max core file size [01] [01] ");
    }

    @Test
    void sockets_of_the_host_that_have_no_file() throws Exception {
        // Given
        String name = UUID.randomUUID().toString();
        String address =
                "use Socket; socket S, PF_UNIX, SOCK_STREAM, 0; my $a = pack_sockaddr_un(\"\\0" + name + "\");";
        Process listener = new ProcessBuilder(
                        "perl", "-e", address + " bind S, $a; listen S, 5; $| = 1; print \"up\\n\"; sleep 100")
                .start();
        try {
            assertThat(listener.inputReader().readLine()).isEqualTo("up");

            // When
            perl(LIMITS, address + " print connect(S, $a) ? 'connected' : 'refused'");
        } finally {
            listener.destroyForcibly();
        }

        // Then
        assertThat(output.out()).isEqualTo("refused");
    }

    @Test
    void another_runs_workspace_is_out_of_reach() throws Exception {
        // Given
        Path other = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
        Files.writeString(other.resolve("secret"), "secret");

        // When
        sh(
                LIMITS,
                "cat '" + other + "/secret' ../*/secret; ln -s '" + other + "' o; cat o/secret; ln '" + other
                        + "/secret' s; cat s");

        // Then
        assertThat(output.out()).isEmpty();
    }

    @Test
    void files_that_can_not_be_read_do_not_stop_the_next_run() throws Exception {
        // Given
        sh(LIMITS, "mkdir -p d/e; echo x >d/e/f; chmod 000 d/e/f d/e d; ln -s / l; mkfifo p; chmod 000 p");

        // When
        Exit exit = sh(LIMITS, "chmod 700 d d/e && chmod 600 d/e/f && cat d/e/f");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEqualTo("x");
    }

    @Test
    void what_it_tries_to_reach_is_counted() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "use Socket; for (1..3) { socket S, PF_INET, SOCK_STREAM, 0;"
                        + " connect S, pack_sockaddr_in(80, inet_aton('192.0.2.1')) }"
                        + " socket T, PF_INET6, SOCK_DGRAM, 0;"
                        + " connect T, pack_sockaddr_in6(53, Socket::inet_pton(AF_INET6, '2001:db8::1'))");

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(exit.network()).contains(new NetworkAttempts(4, 0, 0));
    }

    @Test
    void a_look_up_of_a_name_is_counted() throws Exception {
        // When
        Exit exit = perl(LIMITS, "print gethostbyname('example.org') ? 'found' : 'none'");

        // Then
        assertThat(output.out()).isEqualTo("none");
        assertThat(exit.network().orElseThrow().lookups()).isPositive();
    }

    @Test
    void what_a_killed_program_tried_is_counted_too() throws Exception {
        // When
        Exit exit = perl(
                LIMITS.withWallTime(Duration.ofSeconds(2)),
                "use Socket; socket S, PF_INET, SOCK_STREAM, 0; connect S, pack_sockaddr_in(80, inet_aton('192.0.2.1'));"
                        + " sleep 100");

        // Then
        assertThat(exit.ended()).isEqualTo(Ended.WALL_TIME);
        assertThat(exit.network()).contains(new NetworkAttempts(1, 0, 0));
    }

    @Test
    void its_own_loopback_is_no_network() throws Exception {
        // When
        Exit exit = perl(
                LIMITS,
                "use Socket; socket S, PF_INET, SOCK_STREAM, 0; bind S, pack_sockaddr_in(5000, INADDR_LOOPBACK); listen S, 5;"
                        + " socket C, PF_INET, SOCK_STREAM, 0; connect C, pack_sockaddr_in(5000, INADDR_LOOPBACK)"
                        + " and print 'connected'; socket D, PF_INET, SOCK_STREAM, 0;"
                        + " connect D, pack_sockaddr_in(5001, INADDR_LOOPBACK) or print ' refused'");

        // Then
        assertThat(output.out()).isEqualTo("connected refused");
        assertThat(exit.network().orElseThrow().any()).isFalse();
    }

    @Test
    void its_standard_input_is_whole() throws Exception {
        // Given
        String stdin = "a\nb\n\u00e9".repeat(100_000);
        Command command = new Command(List.of("cat"), workspace, List.of(), Map.of(), LIMITS, stdin);

        // When
        Exit exit = sandbox.run(command, output);

        // Then
        assertThat(exit.success()).isTrue();
        assertThat(output.out()).isEqualTo(stdin);
    }

    @Test
    void many_runs_leave_nothing_behind() throws Exception {
        // Given
        sh(LIMITS, "true");
        long descriptors = count("/proc/self/fd");
        long mounts = Files.readString(Path.of("/proc/self/mountinfo")).lines().count();
        String marker = UUID.randomUUID().toString();

        // When
        for (int i = 0; i < 200; i++) {
            assertThat(sandbox.run(
                                    command(LIMITS, List.of("sh", "-c", "(sleep 100 &) ; echo x >/tmp/x", marker)),
                                    OutputListener.DISCARD)
                            .success())
                    .isTrue();
        }

        // Then
        assertThat(HostProcesses.with(marker)).isEmpty();
        assertThat(count("/proc/self/fd")).isLessThanOrEqualTo(descriptors + 5);
        assertThat(Files.readString(Path.of("/proc/self/mountinfo")).lines().count())
                .isEqualTo(mounts);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("sandbox-std"))
                        .count())
                .isLessThan(10);
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void finds_the_system_files_that_are_made_up_for_it() throws Exception {
        // When
        sh(LIMITS, "cat /etc/hosts /etc/resolv.conf; getent passwd sandbox; touch /etc/x || echo refused");

        // Then
        assertThat(output.out())
                .contains("127.0.0.1 localhost", "nameserver 127.0.0.1", "sandbox:/tmp:/bin/sh", "refused");
    }

    @Test
    void side_by_side_each_ends_as_it_would_alone() throws Exception {
        // Given
        String marker = UUID.randomUUID().toString();
        Limits small = LIMITS.withMemoryBytes(64 << 20).withOutputBytes(100_000).withWorkspaceBytes(1 << 20);
        Map<String, Ended> programs = Map.of(
                "head -c 90000000 /dev/zero | tail -c 90000000 | sleep 100", Ended.MEMORY,
                "yes", Ended.OUTPUT,
                "head -c 5000000 /dev/zero >f; sleep 100", Ended.DISK,
                "(setsid sleep 100 &) ; exit 3", Ended.ITSELF);
        List<CompletableFuture<Exit>> exits = new ArrayList<>();
        List<Ended> expected = new ArrayList<>();

        // When
        for (int i = 0; i < 6; i++) {
            for (Map.Entry<String, Ended> each : programs.entrySet()) {
                Path own =
                        Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
                List<String> argv = List.of("sh", "-c", each.getKey(), marker);
                CompletableFuture<Exit> exit = new CompletableFuture<>();
                exits.add(exit);
                expected.add(each.getValue());
                Thread.ofVirtual().start(() -> {
                    try {
                        exit.complete(sandbox.run(
                                new Command(argv, own, List.of(), Map.of(), small), OutputListener.DISCARD));
                    } catch (Throwable e) {
                        exit.completeExceptionally(e);
                    }
                });
            }
        }

        // Then
        List<Ended> ended = new ArrayList<>();
        for (CompletableFuture<Exit> exit : exits) {
            ended.add(exit.get().ended());
        }
        assertThat(ended).isEqualTo(expected);
        assertThat(HostProcesses.with(marker)).isEmpty();
    }

    private static long count(String folder) throws IOException {
        try (var entries = Files.list(Path.of(folder))) {
            return entries.count();
        }
    }

    private Exit perl(Limits limits, String program) throws InterruptedException {
        return sandbox.run(command(limits, List.of("perl", "-e", program)), output);
    }

    private Exit python(Limits limits, String program) throws InterruptedException {
        return sandbox.run(command(limits, List.of("python3", "-c", program)), output);
    }

    private Exit sh(Limits limits, String script) throws InterruptedException {
        return sandbox.run(command(limits, List.of("sh", "-c", script)), output);
    }

    private Command command(Limits limits, List<String> argv) {
        return new Command(argv, workspace, List.of(), Map.of(), limits);
    }
}
