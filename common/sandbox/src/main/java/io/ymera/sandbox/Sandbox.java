package io.ymera.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs untrusted programs as separate processes.
 *
 * <p>Confined, a program has its own user, process, mount, network, IPC and host name namespaces: it reaches no network
 * (not even the host's loopback) but what its {@link Command} allows, sees no other process, reads the system and what its {@link Command} names, writes its
 * workspace and a private {@code /tmp}, holds no privilege and can gain none. It is killed as a tree at its {@link Limits},
 * when the calling thread is interrupted, and when this JVM dies, however it dies.
 *
 * <p>Thread-safe; one per process is enough. {@link #close} stops new runs.
 */
public final class Sandbox implements AutoCloseable {

    private static final String WHAT_TO_DO = """
             What helps: install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap); let the agent create user \
            namespaces (sysctl kernel.unprivileged_userns_clone=1, user.max_user_namespaces and, on Ubuntu, \
            kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp profile that allows unshare and mount). \
            Or accept that submitted code runs with the agent's own rights: SANDBOX_CONFINEMENT=none.""";

    private final Confinement confinement;
    private final Accounts accounts = new Accounts();
    private final Threads threads = new Threads(new Launcher(), MemoryLook.pageSize());

    private Sandbox(Confinement confinement) {
        this.confinement = confinement;
    }

    /**
     * Finds out which confinement works here, by running a program in it that asks whether system calls are filtered.
     *
     * @throws SandboxUnavailableException if the wanted one does not work, saying why and what to do
     */
    public static Sandbox create(SandboxMode wanted) {
        List<SandboxMode> candidates =
                wanted == SandboxMode.AUTO ? List.of(SandboxMode.BUBBLEWRAP, SandboxMode.UNSHARE) : List.of(wanted);
        List<String> reasons = new ArrayList<>();
        for (SandboxMode candidate : candidates) {
            try {
                return tried(confinementOf(candidate));
            } catch (SandboxUnavailableException e) {
                reasons.add(candidate + ": " + e.getMessage());
            }
        }
        throw new SandboxUnavailableException(
                "Untrusted programs can't be confined here. " + String.join("; ", reasons) + "." + WHAT_TO_DO);
    }

    /** What was chosen, never {@link SandboxMode#AUTO}. */
    public SandboxMode mode() {
        return confinement.mode();
    }

    /**
     * Runs a program and waits until it and everything that it started is gone. Whatever the program does is told by the
     * {@link Exit}, never by an exception. May be called by any thread, virtual ones included.
     *
     * @throws InterruptedException if the calling thread was interrupted; the whole tree has been killed
     * @throws IllegalArgumentException if the workspace is no folder or a path to read does not exist
     * @throws SandboxUnavailableException if the confinement could not be set up; the program has not run
     */
    public Exit run(Command command, OutputListener listener) throws InterruptedException {
        if (!Files.isDirectory(command.workspace())) {
            throw new IllegalArgumentException("workspace is " + command.workspace() + ", which is no folder");
        }
        Account account = accounts.take();
        try {
            if (confinement.confined() && account.byRoot()) {
                Ownership.give(command.workspace(), account.uid());
            }
            if (command.allowed().isEmpty() || !confinement.confined()) {
                return new Run(builder(command, account), confinement, account, command, listener, threads)
                        .await(() -> 0, () -> {});
            }
            try (Egress egress = new Egress(command.allowed())) {
                Command through = command.with(egress.mount(), Relay.environment());
                return new Run(builder(through, account), confinement, account, through, listener, threads)
                        .await(egress::refused, egress::close);
            }
        } finally {
            accounts.giveBack(account);
        }
    }

    /** What all runs share. */
    record Threads(Launcher launcher, long pageSize) {}

    /** Lets running programs end and refuses new ones. */
    @Override
    public void close() {
        threads.launcher().close();
    }

    private ProcessBuilder builder(Command command, Account account) {
        ProcessBuilder builder = new ProcessBuilder(confinement.launch(command, account))
                .directory((confinement.confined() ? Path.of("/") : command.workspace()).toFile());
        builder.environment().clear();
        builder.environment().putAll(confinement.environment(command, account));
        return builder;
    }

    private static Confinement confinementOf(SandboxMode mode) {
        Supplier<Confinement> confinement =
                switch (mode) {
                    case BUBBLEWRAP -> Bubblewrap::new;
                    case UNSHARE -> Unshare::new;
                    case NONE -> Unconfined::new;
                    case AUTO -> throw new IllegalStateException("auto is not a confinement");
                };
        return confinement.get();
    }

    private static Sandbox tried(Confinement confinement) {
        List<String> program = confinement.confined()
                ? List.of("grep", "-q", "^Seccomp:[[:space:]]*2$", "/proc/self/status")
                : List.of("true");
        Sandbox sandbox = new Sandbox(confinement);
        try {
            Path workspace = Files.createTempDirectory("ymera-sandbox-probe");
            try {
                Limits limits = Limits.defaults().withWallTime(Duration.ofSeconds(30));
                Exit exit = sandbox.run(
                        new Command(program, workspace, List.of(), Map.of(), limits), OutputListener.DISCARD);
                if (!exit.success()) {
                    throw new SandboxUnavailableException(
                            "trying \"" + String.join(" ", program) + "\" in it ended with " + exit);
                }
                return sandbox;
            } finally {
                Files.delete(workspace);
            }
        } catch (IOException e) {
            sandbox.close();
            throw new UncheckedIOException("Can't make a temporary folder", e);
        } catch (InterruptedException e) {
            sandbox.close();
            Thread.currentThread().interrupt();
            throw new SandboxUnavailableException("interrupted while trying it", e);
        } catch (SandboxUnavailableException e) {
            sandbox.close();
            throw e;
        }
    }
}
