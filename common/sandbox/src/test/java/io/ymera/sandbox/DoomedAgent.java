package io.ymera.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An agent's process that a test kills while it runs a program; the program's tree names the marker. */
final class DoomedAgent {

    private DoomedAgent() {}

    /** Arguments: mode, workspace, marker. Prints what the program prints. */
    public static void main(String[] arguments) throws InterruptedException {
        Command command = new Command(
                List.of("sh", "-c", "setsid sleep 1000 & echo up; while :; do sleep 100; done", arguments[2]),
                Path.of(arguments[1]),
                List.of(),
                Map.of(),
                Limits.defaults());
        Sandbox.create(SandboxMode.parse(arguments[0])).run(command, new OutputListener() {
            @Override
            public void stdout(byte[] bytes) {
                System.out.writeBytes(bytes);
                System.out.flush();
            }

            @Override
            public void stderr(byte[] bytes) {
                System.err.writeBytes(bytes);
            }
        });
    }
}
