package io.ymera.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir
    private Path folder = Path.of("");

    private final int port = Ports.anyFree();

    @AfterEach
    void nothingStaysBehind() throws Exception {
        PartProcess.killAll(folder.resolve("run"));
    }

    @Test
    void another_run_finds_and_stops_what_this_one_started() throws Exception {
        PartProcess first = process("touch ready; exec sleep 1000");
        first.start();
        first.awaitReady(Duration.ofSeconds(20));
        PartProcess second = process("unused");

        PartProcess.Stopped how = second.stop();

        assertThat(how).isEqualTo(PartProcess.Stopped.BY_ITSELF);
        assertThat(first.state()).isEqualTo(PartProcess.State.DOWN);
        assertThat(second.stop()).isEqualTo(PartProcess.Stopped.WAS_DOWN);
    }

    @Test
    void starting_what_runs_changes_nothing() throws Exception {
        PartProcess process = process("touch ready; exec sleep 1000");
        process.start();
        ProcessHandle running = process.process().orElseThrow();

        process.start();

        assertThat(process.process()).contains(running);
    }

    @Test
    void a_process_that_ignores_the_request_is_killed_with_its_children() throws Exception {
        PartProcess process = process("trap '' TERM; sleep 1000 & echo $! > child; touch ready; wait; wait");
        process.start();
        process.awaitReady(Duration.ofSeconds(20));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());

        PartProcess.Stopped how = process.stop();

        assertThat(how).isEqualTo(PartProcess.Stopped.BY_FORCE);
        assertThat(ProcessHandle.of(child).flatMap(ProcessIdentity::of)).isEmpty();
    }

    @Test
    void a_process_that_ends_at_once_shows_the_end_of_its_log() throws Exception {
        PartProcess process = process("echo the disk is full; exit 1");
        process.start();

        assertThatExceptionOfType(PartFailedException.class)
                .isThrownBy(() -> process.awaitReady(Duration.ofSeconds(20)))
                .withMessageContaining("part ended before it was ready")
                .withMessageContaining("the disk is full");
    }

    @Test
    void a_busy_port_is_named_with_its_owner_and_the_way_out() throws Exception {
        PartProcess process = process("exec sleep 1000");
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();

            assertThatExceptionOfType(PartFailedException.class)
                    .isThrownBy(process::start)
                    .withMessageContaining("part needs port " + port)
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("YMERA_PORT_OFFSET");
        }
    }

    @Test
    void what_is_handed_over_reaches_the_process_in_its_environment() throws Exception {
        PartProcess process = process("echo \"$HANDED\" > handed; touch ready; exec sleep 1000");

        process.start();
        process.awaitReady(Duration.ofSeconds(20));

        assertThat(folder.resolve("handed")).hasContent("over");
    }

    private PartProcess process(String script) {
        return new PartProcess(new Script(script, port, folder), folder.resolve("run"), folder.resolve("log"));
    }

    /** A shell script that is ready when it has made the file {@code ready}. */
    private record Script(String script, int port, Path folder) implements Part {

        @Override
        public String name() {
            return "part";
        }

        @Override
        public void prepare() {}

        @Override
        public Launch launch() {
            return new Launch(List.of("sh", "-c", script), Map.of("HANDED", "over"), folder);
        }

        @Override
        public boolean isReady() {
            return Files.exists(folder.resolve("ready"));
        }

        @Override
        public Duration grace() {
            return Duration.ofMillis(500);
        }
    }
}
