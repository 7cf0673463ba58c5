package acme;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Logged.class)
class LoggedTest extends Inherited {

    @Test
    void expects_an_exception() {
        assertThrows(ArithmeticException.class, () -> Math.floorDiv(1, 0));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void in_a_thread_of_its_own() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {});
    }

    @Test
    void aborted() {
        Assumptions.assumeTrue(false, "not here");
    }

    @Test
    void failing() {
        fail("on purpose");
    }

    @RepeatedTest(2)
    void repeated() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void each(int number) {
        if (number == 1) {
            fail("only one of them");
        }
    }

    @TestFactory
    List<DynamicTest> factory() {
        return List.of(DynamicTest.dynamicTest("made", () -> {}));
    }

    @Nested
    class Inner {

        @Test
        void in() {}
    }
}
