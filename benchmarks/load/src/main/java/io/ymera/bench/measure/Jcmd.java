package io.ymera.bench.measure;

import io.ymera.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tells another JVM of this user what to do. */
public final class Jcmd {

    private Jcmd() {}

    /** What {@code jvm} says to that; fails if it does not do it. */
    public static String run(ProcessHandle jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Programs.java().resolveSibling("jcmd").toString());
        command.add(Long.toString(jvm.pid()));
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(String.join(" ", arguments), output.strip()));
        }
        return output;
    }
}
