package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllTest extends Base implements Contract {

    @Override
    public int sum(int one, int other) {
        return one + other;
    }

    /** No test any more. */
    @Override
    void overridden() {}

    @Test
    void overloaded() {}

    @Test
    void overloaded(TestInfo info) {}

    @Test
    private void of_nobody() {
        throw new IllegalStateException("private methods are no tests");
    }

    @RepeatedTest(2)
    void again() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void each(int number) {
        assertTrue(number > 0);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("none")
    void of_none(int number) {}

    static Stream<Integer> none() {
        return Stream.empty();
    }

    @TestFactory
    Stream<DynamicNode> made() {
        return Stream.of(DynamicContainer.dynamicContainer("in", Stream.of(DynamicTest.dynamicTest("one", () -> {}))));
    }

    @TestFactory
    Stream<DynamicNode> made_of_nothing() {
        return Stream.empty();
    }

    @Test
    @DisabledOnOs(OS.LINUX)
    void elsewhere() {}

    @Nested
    @Disabled("not now")
    class Off {
        @Test
        void one() {}

        @Nested
        class Deep {
            @ParameterizedTest
            @ValueSource(ints = 1)
            void two(int number) {}
        }
    }

    class NotNested {
        @Test
        void never() {
            throw new IllegalStateException("inner classes without @Nested are not run");
        }
    }

    static class Alone {
        @Test
        void runs() {
            assertEquals(1, 1);
        }
    }
}
