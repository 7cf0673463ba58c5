package io.ymera.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Confines with what every Linux has: util-linux and a POSIX shell. {@code unshare} makes the namespaces, {@code unshare.sh}
 * is the first process in them, builds the file system that the program sees, and stays as its parent.
 *
 * <p>The outermost {@code setpriv --pdeathsig} ties the tree to this JVM, {@code --kill-child} ties the namespaces' first
 * process to it, and the kernel kills all others when that one ends. The program's root is a chroot inside the new root
 * (both unshare's {@code --root}), because a process in a chroot may not create user namespaces, which are where kernel
 * exploits start.
 */
final class Unshare implements Confinement {

    private static final String SCRIPT = Resource.text("unshare.sh");

    private final Path setpriv = Programs.require("setpriv", "util-linux");
    private final Path unshare = Programs.require("unshare", "util-linux");
    private final LastStage lastStage = new LastStage();

    Unshare() {
        Programs.require("prlimit", "util-linux");
        Programs.require("pivot_root", "util-linux");
        Programs.require("mount", "mount");
    }

    @Override
    public SandboxMode mode() {
        return SandboxMode.UNSHARE;
    }

    @Override
    public List<String> launch(Command command, Account account) {
        List<String> argv = new ArrayList<>();
        argv.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--", unshare.toString()));
        if (!account.byRoot()) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup", "--fork", "--kill-child"));
        argv.addAll(List.of(
                "--", "/bin/sh", "-c", SCRIPT, "sandbox", command.workspace().toString()));
        argv.add(Long.toString(command.limits().scratchBytes()));
        argv.add(Integer.toString(command.limits().workspaceFiles()));
        SystemView.folders().forEach(folder -> argv.add(folder.toString()));
        argv.add("--");
        SystemView.etc().forEach(file -> argv.add(file.toString()));
        argv.add("--");
        SystemView.extra(command).forEach(mount -> {
            argv.add(mount.host().toString());
            argv.add(mount.inside().toString());
        });
        argv.addAll(List.of("--", "unshare"));
        if (!account.byRoot()) {
            argv.addAll(List.of("--user", "--map-user=" + account.uid(), "--map-group=" + account.uid()));
        }
        argv.addAll(List.of("--root=/root", "--wd=" + Command.WORKSPACE, "--", "setsid"));
        argv.addAll(lastStage.before(command, account));
        return argv;
    }

    /** The script's root is where its tools are; the program's is below. */
    @Override
    public Path rootSeenBy(Path firstProcess) {
        return firstProcess.resolve("root/root");
    }

    @Override
    public Map<String, String> environment(Command command, Account account) {
        return SystemView.madeUp(account);
    }
}
