package acme;
import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.*;
import org.junit.jupiter.params.provider.*;
import java.util.stream.*;
class CalcTest {
    @Test void adds() { System.out.println("hello"); assertEquals(3, new Calc().add(1, 2)); }
    @Test void failing() { assertEquals(4, new Calc().add(1, 2)); }
    @Test void raising() { throw new IllegalStateException("x"); }
    @Test @Disabled("later") void disabled() { }
    @Test void aborted() { assumeTrue(false, "not today"); }
    @ParameterizedTest @ValueSource(ints = {1, 2, 0}) void params(int i) { assertEquals(1, new Calc().sign(i)); }
    @RepeatedTest(2) void rep() { }
    @TestFactory Stream<DynamicNode> factory() { return Stream.of(DynamicTest.dynamicTest("a", () -> {}), DynamicContainer.dynamicContainer("c", Stream.of(DynamicTest.dynamicTest("b", () -> fail("no"))))); }
    @Nested class Inner { @Test void in() { } }
    @Disabled @Nested class Off { @Test void one() { } @Test void two() {} }
    static class StaticNestedTest { @Test void stat() {} }
}
