package io.ymera.bench.gateway;

import io.ymera.bench.measure.BenchHome;
import io.ymera.bench.measure.SilentStart;
import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.Start;
import io.ymera.local.process.Part;
import io.ymera.local.process.PartFailedException;
import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes of one run. {@link #close()} ends all of them and may be called from any thread, more than once. */
final class Stage implements AutoCloseable {

    private final BenchHome home;
    private final List<PlatformPart> ours = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();

    Stage(Path checkout) throws IOException, InterruptedException {
        this.home = BenchHome.empty(checkout, "gateway-home");
    }

    Path home() {
        return home.path();
    }

    String fileSystem() throws IOException {
        return home.fileSystem();
    }

    /** Where {@code site} writes what it prints. */
    Path log(Site site) {
        return home().resolve("logs").resolve(site.title() + ".log");
    }

    /** Returns when all of them are ready. */
    void start(List<Part> parts) throws PartFailedException {
        List<PlatformPart> started = parts.stream()
                .map(part -> new PlatformPart(
                        new PartProcess(part, home().resolve("run"), home().resolve("logs")), List.of()))
                .toList();
        Start start = new Start(started, new SilentStart());
        synchronized (this) {
            ours.addAll(started);
            starts.add(start);
        }
        start.run();
    }

    /** By the names of their parts. */
    synchronized Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        for (PlatformPart part : ours) {
            part.process().process().ifPresent(process -> processes.put(part.name(), process));
        }
        return processes;
    }

    /** @throws IllegalStateException if it has ended */
    ProcessHandle process(Site site) {
        ProcessHandle process = processes().get(site.title());
        if (process == null) {
            throw new IllegalStateException("%s has ended; see %s".formatted(site.title(), log(site)));
        }
        return process;
    }

    @Override
    public synchronized void close() throws InterruptedException, IOException {
        endWhatIsNoPart();
        for (Start start : starts.reversed()) {
            start.undo();
        }
        starts.clear();
        home.deleteData();
    }

    /** A wrk or a jcmd that is under way; the parts are ended in good order. */
    private void endWhatIsNoPart() {
        Collection<ProcessHandle> parts = processes().values();
        ProcessHandle.current()
                .children()
                .filter(child -> !parts.contains(child))
                .forEach(ProcessHandle::destroy);
    }
}
