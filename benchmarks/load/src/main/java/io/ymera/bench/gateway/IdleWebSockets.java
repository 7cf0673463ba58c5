package io.ymera.bench.gateway;

import io.ymera.bench.measure.JvmMemory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** What WebSockets on which nothing happens cost the gateway. */
final class IdleWebSockets {

    /** Those that come and go before anything is measured, so that what is made once is not counted. */
    private static final int REHEARSAL = 200;

    private static final int SAMPLE = 100;

    /** In the gateway, besides two for each WebSocket: its jars, its event loops, Redis, the upstreams. */
    private static final int OTHER_FILES = 400;

    private IdleWebSockets() {}

    /**
     * What was seen.
     *
     * @param opened WebSockets, each with one to the service
     * @param openSeconds until all were open
     * @param heldSeconds for how long nothing was sent but the gateway's pings
     * @param closed how many did not live to see the end
     * @param echoed how many of the sample brought back what was sent
     * @param sample how many were asked for that
     * @param before of the gateway
     * @param with all of them open
     * @param liveBytesEach heap of one, after a full collection
     * @param residentBytesEach growth of the process for one
     */
    record Result(
            int opened,
            double openSeconds,
            int heldSeconds,
            int closed,
            int echoed,
            int sample,
            JvmMemory before,
            JvmMemory with,
            long liveBytesEach,
            long residentBytesEach) {

        boolean isGood() {
            return closed == 0 && echoed == sample;
        }
    }

    /** Fails if so many can't be opened on this machine. */
    static void requireRoom(int number) throws IOException {
        OpenFiles.require(2L * number + OTHER_FILES, number + " WebSockets, each with one to the service,");
    }

    static Result measure(ProcessHandle gateway, URI url, String token, int number, Duration hold, Console console)
            throws IOException, InterruptedException {
        try (WebSocketClients rehearsal = new WebSocketClients(url, token)) {
            rehearsal.open(REHEARSAL);
            rehearsal.echo(SAMPLE);
        }
        JvmMemory before = JvmMemory.of(gateway);
        console.line("before         %s", Console.memory(before));
        try (WebSocketClients clients = new WebSocketClients(url, token)) {
            long start = System.nanoTime();
            clients.open(number);
            double openSeconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
            console.line(
                    "open           %d after %.1f s; nothing is sent for %d s", number, openSeconds, hold.toSeconds());
            Thread.sleep(hold);
            JvmMemory with = JvmMemory.of(gateway);
            int closed = clients.closed();
            int echoed = clients.echo(SAMPLE);
            JvmMemory growth = with.since(before);
            Result result = new Result(
                    number,
                    openSeconds,
                    (int) hold.toSeconds(),
                    closed,
                    echoed,
                    Math.min(SAMPLE, number),
                    before,
                    with,
                    growth.live() / number,
                    growth.resident() / number);
            console.line("with them      %s", Console.memory(with));
            console.line(
                    "for each       %.1f KiB of heap after a collection, %.1f KiB of the process",
                    result.liveBytesEach() / 1024.0, result.residentBytesEach() / 1024.0);
            console.line("at the end     %d had closed; %d of %d echoed", closed, echoed, result.sample());
            return result;
        }
    }
}
