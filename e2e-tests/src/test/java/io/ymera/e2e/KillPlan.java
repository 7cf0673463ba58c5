package io.ymera.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Who is killed when: the same from the same seed, for as long as is asked. */
final class KillPlan implements Iterator<KillPlan.Step> {

    private static final int SHORTEST_PAUSE_MILLIS = 2_000;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;
    private static final int LONGEST_DOWN_MILLIS = 1_500;

    private final Random chance;
    private final List<String> victims;
    private final List<String> first;
    private int steps;

    /**
     * @param victims whom chance may choose
     * @param first who comes before, each once and in random order
     */
    KillPlan(long seed, List<String> victims, List<String> first) {
        this.chance = new Random(seed);
        this.victims = List.copyOf(victims);
        this.first = new ArrayList<>(first);
        Collections.shuffle(this.first, chance);
    }

    /**
     * @param after how long after the step before
     * @param victim the part that is killed
     * @param down how long it then stays down, at least
     */
    record Step(int number, Duration after, String victim, Duration down) {
        @Override
        public String toString() {
            return "%d: after %d ms kill -9 %s, start it again after %d ms"
                    .formatted(number, after.toMillis(), victim, down.toMillis());
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Step next() {
        String victim = steps < first.size() ? first.get(steps) : victims.get(chance.nextInt(victims.size()));
        steps++;
        return new Step(
                steps,
                Duration.ofMillis(chance.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)),
                victim,
                Duration.ofMillis(chance.nextInt(LONGEST_DOWN_MILLIS)));
    }

    /** The first steps of another such plan, to be shown. */
    static List<Step> preview(long seed, List<String> victims, List<String> first, int steps) {
        KillPlan plan = new KillPlan(seed, victims, first);
        return Stream.generate(plan::next).limit(steps).toList();
    }
}
