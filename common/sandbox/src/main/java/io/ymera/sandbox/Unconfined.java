package io.ymera.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does not confine: see {@link SandboxMode#NONE}. */
final class Unconfined implements Confinement {

    private final Optional<Path> prlimit = Programs.find("prlimit");
    private final Optional<Path> setpriv = Programs.find("setpriv");
    private final ResourceLimits resourceLimits = new ResourceLimits();

    @Override
    public SandboxMode mode() {
        return SandboxMode.NONE;
    }

    @Override
    public List<String> launch(Command command, Account account) {
        List<String> argv = new ArrayList<>();
        setpriv.ifPresent(
                program -> argv.addAll(List.of(program.toString(), "--pdeathsig", "KILL", "--no-new-privs", "--")));
        prlimit.ifPresent(program -> {
            argv.add(program.toString());
            argv.addAll(resourceLimits.arguments(command.limits(), false));
            argv.add("--");
        });
        argv.addAll(command.argv());
        return argv;
    }

    @Override
    public Path rootSeenBy(Path firstProcess) {
        return Path.of("/");
    }

    @Override
    public Map<String, String> environment(Command command, Account account) {
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putIfAbsent("PATH", Programs.SYSTEM_PATH);
        return environment;
    }
}
