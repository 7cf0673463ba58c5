package io.ymera.bench.gateway;

import io.ymera.bench.measure.CpuTime;
import io.ymera.local.process.ResidentMemory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All candidates in turn, round by round, so that whatever changes on the machine changes for all of them. */
final class Comparison {

    private static final long BYTES_PER_MIB = 1024L * 1024;

    private final Stage stage;
    private final Wrk wrk;
    private final int portOffset;
    private final Console console;
    private final Map<Candidate, Rounds> rounds = new LinkedHashMap<>();

    Comparison(Stage stage, Wrk wrk, int portOffset, Console console) {
        this.stage = stage;
        this.wrk = wrk;
        this.portOffset = portOffset;
        this.console = console;
    }

    /**
     * Has each answer for a while, after it has shown that it answers what it should; all have been started.
     *
     * @param token which any of them accepts
     */
    void warmUp(List<Candidate> candidates, String token, int seconds) throws IOException, InterruptedException {
        for (Candidate candidate : candidates) {
            URI url = candidate.url(portOffset);
            rounds.put(candidate, new Rounds(candidate, Probe.check(candidate, url, token)));
            int time = candidate.warmUp(seconds);
            console.warmUp(candidate, time, wrk.run(url, time));
        }
    }

    /** Those that have warmed up. */
    Map<Candidate, Measured> measure(List<Candidate> candidates, int number, int seconds)
            throws IOException, InterruptedException {
        List<Candidate> turn = new ArrayList<>(candidates);
        for (int round = 1; round <= number; round++) {
            for (Candidate candidate : turn) {
                measure(candidate, seconds, round);
            }
            Collections.rotate(turn, -1); // so that none is always the first
        }
        Map<Candidate, Measured> measured = new LinkedHashMap<>();
        rounds.forEach((candidate, of) -> measured.put(candidate, of.measured(residentMiB(candidate.site()))));
        return measured;
    }

    private void measure(Candidate candidate, int seconds, int round) throws IOException, InterruptedException {
        File log = stage.log(candidate.site()).toFile();
        long logged = log.length();
        CpuTime before = CpuTime.now(stage.processes());
        Wrk.Answers answers = wrk.run(candidate.url(portOffset), seconds);
        Objects.requireNonNull(rounds.get(candidate))
                .add(answers, CpuTime.now(stage.processes()).since(before), log.length() - logged);
        console.round(round, candidate, answers);
        if (answers.bytesEach() < NginxServers.ANSWER.length()) {
            throw new IOException("%s answers with %d bytes: that is not the service's answer"
                    .formatted(candidate.title(), answers.bytesEach()));
        }
    }

    private long residentMiB(Site site) {
        ProcessHandle process = stage.process(site);
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(ResidentMemory::of)
                        .sum()
                / BYTES_PER_MIB;
    }
}
