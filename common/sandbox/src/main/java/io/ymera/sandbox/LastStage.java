package io.ymera.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What runs inside the finished confinement, just before the program: loads the filter of system calls, says that it got
 * there, waits for a line of standard
 * input, which says that the program is being watched, sets the resource limits, gives up every privilege, and only then
 * takes on the program's environment, which must not reach the trusted stages. A shell reads a line byte by byte, so what
 * follows it is left for the program.
 */
final class LastStage {

    private static final String ANNOUNCE = "printf '\\000' >&2; read -r _ || exit; exec \"$@\"";

    /** prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, …) by number. It ends before the announcement where the kernel refuses. */
    private static final String LOAD_FILTER =
            "my $f = pack 'H*', splice @ARGV, 1, 1; my $p = pack 'S x6 P', length($f) / 8, $f;"
                    + " syscall(shift() + 0, 22, 2, $p) == 0 or die qq(The filter of system calls can't be loaded: $!\\n);"
                    + " exec {$ARGV[0]} @ARGV; die qq($ARGV[0] can't be started: $!\\n)";

    private final ResourceLimits resourceLimits = new ResourceLimits();
    private final List<String> filter = filter();

    List<String> before(Command command, Account account) {
        // Without privileges to gain, anybody may load a filter
        List<String> argv = new ArrayList<>(List.of("setpriv", "--no-new-privs", "--"));
        argv.addAll(filter);
        argv.addAll(List.of("/bin/sh", "-c", ANNOUNCE, "sandbox", "prlimit"));
        argv.addAll(resourceLimits.arguments(command.limits(), true));
        argv.addAll(List.of("--", "setpriv", "--no-new-privs", "--inh-caps=-all", "--ambient-caps=-all"));
        if (account.byRoot()) {
            argv.addAll(List.of(
                    "--bounding-set=-all", "--reuid=" + account.uid(), "--regid=" + account.uid(), "--clear-groups"));
        }
        argv.add("--");
        if (!command.allowed().isEmpty()) {
            argv.addAll(Relay.arguments());
        }
        argv.addAll(List.of("env", "-i"));
        if (!command.environment().containsKey("PATH")) {
            argv.add("PATH=" + Programs.SYSTEM_PATH);
        }
        command.environment().forEach((name, value) -> argv.add(name + "=" + value));
        argv.addAll(command.argv());
        return argv;
    }

    /**
     * Only Perl, of all that every system has, can call the kernel by number.
     *
     * @throws SandboxUnavailableException without Perl, or if no filter is known for this processor
     */
    private static List<String> filter() {
        String prctl = System.getProperty("os.arch").equals("aarch64") ? "167" : "157";
        Programs.require("perl", "perl-base or perl");
        return SystemCallFilter.program()
                .map(program -> List.of("perl", "-e", LOAD_FILTER, "--", prctl, program))
                .orElseThrow(() -> new SandboxUnavailableException(
                        "no filter of system calls is known for the processor " + System.getProperty("os.arch")));
    }
}
