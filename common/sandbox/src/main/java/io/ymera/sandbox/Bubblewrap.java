package io.ymera.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Confines with {@code bwrap}, which does what {@link Unshare} does and is what a hardened system has installed. */
final class Bubblewrap implements Confinement {

    /**
     * bwrap takes the made-up files from descriptors, which only a shell can hand to it. The kernel should rather kill this
     * tree than the agent when memory runs out.
     */
    private static final String SCRIPT = """
            { read -r score </proc/self/oom_score_adj && [ "$score" -ge 500 ] ||
                echo 500 >/proc/self/oom_score_adj; } 2>/dev/null
            exec "$@" 3<<PASSWD 4<<GROUP 5<<HOSTS 6<<NSSWITCH 7<<RESOLV
            $PASSWD
            PASSWD
            $GROUP
            GROUP
            $HOSTS
            HOSTS
            $NSSWITCH
            NSSWITCH
            $RESOLV
            RESOLV
            """;

    /**
     * Stays as the first process of the namespace. bwrap's own would tell the outside that the program has ended while the
     * rest of the tree is still being killed. Its messages (such as "Killed") go nowhere.
     */
    private static final List<String> FIRST_PROCESS =
            List.of("/bin/sh", "-c", "exec 3>&2 2>/dev/null; (exec \"$@\" 2>&3 3>&-)", "sandbox");

    private static final List<String> NAMESPACES = List.of(
            "--as-pid-1",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-ipc",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--die-with-parent",
            "--new-session",
            "--hostname",
            "sandbox");

    private final Path bwrap = Programs.require("bwrap", "bubblewrap");
    private final LastStage lastStage = new LastStage();

    Bubblewrap() {
        Programs.require("setpriv", "util-linux");
        Programs.require("prlimit", "util-linux");
    }

    @Override
    public SandboxMode mode() {
        return SandboxMode.BUBBLEWRAP;
    }

    @Override
    public List<String> launch(Command command, Account account) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sandbox", bwrap.toString()));
        argv.addAll(NAMESPACES);
        if (!account.byRoot()) {
            String uid = Integer.toString(account.uid());
            argv.addAll(List.of("--unshare-user", "--uid", uid, "--gid", uid));
            // The first process and the program are one user. A capability that the program does not have keeps it from
            // tracing that process and from reading its environment and memory
            argv.addAll(List.of("--cap-add", "CAP_KILL"));
        }
        for (Path folder : SystemView.folders()) {
            if (Files.isSymbolicLink(folder)) {
                argv.addAll(List.of("--symlink", SystemView.target(folder).toString(), folder.toString()));
            } else {
                argv.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
            }
        }
        // Left to itself, bwrap makes the folders above such that only root may enter them
        argv.addAll(List.of("--perms", "0755", "--dir", "/etc"));
        List<String> madeUp = List.of("passwd", "group", "hosts", "nsswitch.conf", "resolv.conf");
        for (int i = 0; i < madeUp.size(); i++) {
            argv.addAll(List.of("--perms", "0644", "--ro-bind-data", Integer.toString(3 + i), "/etc/" + madeUp.get(i)));
        }
        SystemView.etc().forEach(path -> argv.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        String scratch = Long.toString(command.limits().scratchBytes());
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        argv.addAll(List.of("--perms", "1777", "--size", scratch, "--tmpfs", "/dev/shm"));
        argv.addAll(List.of("--perms", "1777", "--size", scratch, "--tmpfs", "/tmp"));
        for (Mount mount : SystemView.extra(command)) {
            Path path = mount.inside();
            for (int depth = 1; depth < path.getNameCount(); depth++) {
                argv.addAll(List.of("--perms", "0755", "--dir", "/" + path.subpath(0, depth)));
            }
            argv.addAll(List.of("--ro-bind", mount.host().toString(), path.toString()));
        }
        argv.addAll(List.of("--bind", command.workspace().toString(), Command.WORKSPACE));
        argv.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", Command.WORKSPACE, "--"));
        argv.addAll(FIRST_PROCESS);
        argv.addAll(lastStage.before(command, account));
        return argv;
    }

    @Override
    public Path rootSeenBy(Path firstProcess) {
        return firstProcess.resolve("root");
    }

    @Override
    public Map<String, String> environment(Command command, Account account) {
        return SystemView.madeUp(account);
    }
}
