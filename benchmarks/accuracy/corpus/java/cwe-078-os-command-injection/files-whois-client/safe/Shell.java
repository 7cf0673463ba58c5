package domains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class Shell {
    String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
