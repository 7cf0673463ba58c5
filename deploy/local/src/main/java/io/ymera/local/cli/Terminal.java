package io.ymera.local.cli;

import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.Start;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Prints the progress of a start: a line per part that is ready and, on a terminal, which ones are waited for. */
final class Terminal implements Start.Listener {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean interactive;
    private final Set<String> waitingFor = new TreeSet<>();

    Terminal() {
        this(System.out, System.console() != null && System.console().isTerminal());
    }

    Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    @Override
    public synchronized void starting(PlatformPart part) {
        waitingFor.add(part.name());
        showWaiting();
    }

    @Override
    public synchronized void ready(PlatformPart part, boolean wasRunning, Duration time) {
        waitingFor.remove(part.name());
        String pid = part.process()
                .process()
                .map(process -> Long.toString(process.pid()))
                .orElse("?");
        String how = wasRunning ? "was running" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        line("  %-18s ready   127.0.0.1:%-5d   pid %-8s %s"
                .formatted(part.name(), part.process().part().port(), pid, how));
        showWaiting();
    }

    @Override
    public synchronized void undone(PlatformPart part) {
        line("  %-18s stopped".formatted(part.name()));
    }

    /** Prints {@code text} as a line of its own. */
    synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    private void showWaiting() {
        if (interactive && !waitingFor.isEmpty()) {
            out.print(CLEAR_LINE + "  waiting for " + String.join(", ", waitingFor) + " …");
            out.flush();
        }
    }

    private void clear() {
        if (interactive) {
            out.print(CLEAR_LINE);
        }
    }
}
