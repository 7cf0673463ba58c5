package io.ymera.e2e;

import io.ymera.e2e.Executions.Execution;
import io.ymera.e2e.RacePlatform.Kill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why handlers ran more than once for a task.
 *
 * @param killed because their agent was killed before they ended
 * @param unreported because their agent was killed, after they ended, before it could say so for certain
 * @param disturbed because a manager or a server was killed around them: then a report or an acknowledgement may be late, and
 *     the task is handed out again
 * @param unexplained none of these
 */
record Repeats(int killed, int unreported, int disturbed, List<Execution> unexplained) {

    /** So long is a manager, or a broker, away and in arrears after it was killed. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    static Repeats explain(Executions executions, List<Kill> kills) {
        int killed = 0;
        int unreported = 0;
        int disturbed = 0;
        List<Execution> unexplained = new ArrayList<>();
        for (List<Execution> repeated : executions.repeated()) {
            for (int i = 1; i < repeated.size(); i++) {
                Execution before = repeated.get(i - 1);
                Instant again = repeated.get(i).at();
                boolean agentKilled =
                        any(kills, before.at(), again, kill -> kill.victim().equals(before.agent()));
                if (agentKilled && !executions.hasEnded(before)) {
                    killed++;
                } else if (agentKilled) {
                    unreported++;
                } else if (any(kills, before.at().minus(AFTERMATH), again, kill -> !kill.victim()
                        .startsWith("bench-agent"))) {
                    disturbed++;
                } else {
                    unexplained.add(before);
                }
            }
        }
        return new Repeats(killed, unreported, disturbed, unexplained);
    }

    int inAll() {
        return killed + unreported + disturbed + unexplained.size();
    }

    private static boolean any(List<Kill> kills, Instant from, Instant to, Predicate<Kill> who) {
        return kills.stream()
                .anyMatch(kill -> kill.at().isAfter(from) && kill.at().isBefore(to) && who.test(kill));
    }

    @Override
    public String toString() {
        return "run again: %d whose agent was killed, %d more that it could not report, %d around the kill of a server, %d unexplained"
                .formatted(killed, unreported, disturbed, unexplained.size());
    }
}
