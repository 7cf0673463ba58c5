package io.ymera.scanner.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Location PLACE = new Location("a/B.java", 1, 2, 300, 70_000);
    private static final Memory MEMORY = new Memory(
            Set.of("a/B.java", "ü"),
            Map.of("key", "value"),
            List.of(new FileRecord(
                    "a/B.java",
                    "hash",
                    Set.of("a.B"),
                    Hashes.of(List.of("a.C", "b.C")),
                    new Outline(
                            "a",
                            true,
                            List.of(new Outline.Type(
                                    "a.B", List.of("C"), List.of(new Outline.Method("m", 2, true)), List.of("f")))),
                    new Mentions(List.of(new Mentions.Function(Set.of("m"), Set.of("x", "y"), true, false, true))),
                    Set.of("f"),
                    true)),
            List.of(new TaskRecord(
                    "a/B.java",
                    2,
                    List.of("a/B.java"),
                    Hashes.of(List.of("z")),
                    Map.of("a.B.f", "hash"),
                    Map.of(
                            "a.B.g",
                            List.of(new Flow(
                                    PLACE, "REMOTE", "what", ".x", List.of("xss"), List.of(new Step(PLACE, "in"))))),
                    List.of(new Finding(
                            "scan",
                            "rule",
                            List.of(78, 1),
                            Severity.LOW,
                            "message",
                            "fix",
                            PLACE,
                            List.of(new Step(PLACE, "here")),
                            "anchor",
                            Map.of("exposure", "remote"))),
                    List.of(new Note(null, "all"), new Note("a", "one")))),
            true);

    @Test
    void reads_what_was_written() {
        // When
        Memory read = Reader.memory(Writer.bytes(MEMORY));

        // Then
        assertThat(read).isEqualTo(MEMORY);
    }

    @Test
    void refuses_what_ends_too_early_or_too_late() {
        byte[] bytes = Writer.bytes(MEMORY);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Reader.memory(part));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Reader.memory(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void ends_whatever_it_reads() {
        long seed = Long.getLong("ymera.seed", System.nanoTime());
        System.out.println("Bytes: -Dymera.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = Writer.bytes(MEMORY);
            for (int i = 0; i <= random.nextInt(5); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> Reader.memory(bytes));
            if (thrown != null) {
                assertThat(thrown).as("seed %d, round %d", seed, round).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
