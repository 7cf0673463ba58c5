package acme;

import static org.junit.Assert.assertEquals;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ExpectedException;
import org.junit.rules.TestRule;
import org.junit.runners.model.Statement;

@SuppressWarnings("deprecation")
public class OldTest {

    private static int calls;

    @Rule
    public final ExpectedException thrown = ExpectedException.none();

    @Rule
    public final TestRule again = (base, description) -> new Statement() {
        @Override
        public void evaluate() throws Throwable {
            try {
                base.evaluate();
            } catch (AssertionError e) {
                base.evaluate();
            }
        }
    };

    @Test(expected = ArithmeticException.class)
    public void expected() {
        Math.floorDiv(1, 0);
    }

    @Test
    public void expected_by_a_rule() {
        thrown.expect(ArithmeticException.class);
        Math.floorDiv(1, 0);
    }

    @Test
    public void passes_at_the_second_call() {
        assertEquals(2, ++calls);
    }
}
