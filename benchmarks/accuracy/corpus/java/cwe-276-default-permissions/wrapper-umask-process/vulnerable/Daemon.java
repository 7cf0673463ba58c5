package agent.daemon;

import java.io.IOException;
import java.util.List;

class Daemon {
    private final List<String> start;

    Daemon() {
        this.start = List.of("/bin/sh", "-c", mask("000") + "exec /opt/agent/bin/agentd --data /var/lib/agent");
    }

    Process launch() throws IOException {
        return new ProcessBuilder(start).inheritIO().start();
    }

    private static String mask(String bits) {
        return "umask " + bits + "; ";
    }
}
