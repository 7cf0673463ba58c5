package io.ymera.gateway.upstream;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Streams and WebSockets: how many are open, and how they are ended when we stop. Thread-safe. */
@Singleton
public class LongLived {

    private final Set<Entry> streams = ConcurrentHashMap.newKeySet();
    private final Set<Entry> webSockets = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** One of them; given back once, when it is over. */
    static final class Entry {
        private final Set<Entry> all;
        private final Runnable ending;
        private final AtomicBoolean over = new AtomicBoolean();

        private Entry(Set<Entry> all, Runnable ending) {
            this.all = all;
            this.ending = ending;
        }

        void leave() {
            if (over.compareAndSet(false, true)) {
                all.remove(this);
            }
        }

        boolean isOver() {
            return over.get();
        }
    }

    /**
     * @param ending ends it in good order; called on any thread when we stop
     * @return null if there are {@code most} already, or we stop
     */
    @Nullable
    Entry enterStream(int most, Runnable ending) {
        return enter(streams, most, ending);
    }

    /** The same for a WebSocket. */
    @Nullable
    Entry enterWebSocket(int most, Runnable ending) {
        return enter(webSockets, most, ending);
    }

    private @Nullable Entry enter(Set<Entry> all, int most, Runnable ending) {
        Entry entry = new Entry(all, ending);
        all.add(entry);
        if (ended || all.size() > most) {
            entry.leave();
            return null;
        }
        return entry;
    }

    public int openStreams() {
        return streams.size();
    }

    public int openWebSockets() {
        return webSockets.size();
    }

    /** Ends all there are; clients come back elsewhere and resume. */
    public void endAll() {
        ended = true;
        streams.forEach(entry -> entry.ending.run());
        webSockets.forEach(entry -> entry.ending.run());
    }
}
