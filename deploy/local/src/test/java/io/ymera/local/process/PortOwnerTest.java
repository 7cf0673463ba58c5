package io.ymera.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortOwnerTest {

    @Test
    void names_the_process_that_listens() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Optional<PortOwner> owner = PortOwner.of(socket.getLocalPort());

            assertThat(owner)
                    .map(PortOwner::pid)
                    .contains(ProcessHandle.current().pid());
            assertThat(owner.orElseThrow().command()).contains("java").doesNotContain("\0");
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void finds_nobody_at_a_free_port() {
        int port = Ports.anyFree();

        assertThat(PortOwner.of(port)).isEmpty();
        assertThat(Ports.isFree(port)).isTrue();
    }
}
