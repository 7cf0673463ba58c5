package io.ymera.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What runs inside the finished confinement, just before the program: says that it got there, waits for a line of standard
 * input, which says that the program is being watched, sets the resource limits, gives up every privilege, and only then
 * takes on the program's environment, which must not reach the trusted stages. A shell reads a line byte by byte, so what
 * follows it is left for the program.
 */
final class LastStage {

    private static final String ANNOUNCE = "printf '\\000' >&2; read -r _ || exit; exec \"$@\"";

    private final ResourceLimits resourceLimits = new ResourceLimits();

    List<String> before(Command command, Account account) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", ANNOUNCE, "sandbox", "prlimit"));
        argv.addAll(resourceLimits.arguments(command.limits(), true));
        argv.addAll(List.of("--", "setpriv", "--no-new-privs", "--inh-caps=-all", "--ambient-caps=-all"));
        if (account.byRoot()) {
            argv.addAll(List.of(
                    "--bounding-set=-all", "--reuid=" + account.uid(), "--regid=" + account.uid(), "--clear-groups"));
        }
        argv.addAll(List.of("--", "env", "-i"));
        if (!command.environment().containsKey("PATH")) {
            argv.add("PATH=" + Programs.SYSTEM_PATH);
        }
        command.environment().forEach((name, value) -> argv.add(name + "=" + value));
        argv.addAll(command.argv());
        return argv;
    }
}
