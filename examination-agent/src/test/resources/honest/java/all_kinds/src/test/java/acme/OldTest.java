package acme;

import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Ignore;
import org.junit.Test;
import org.junit.experimental.runners.Enclosed;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Enclosed.class)
public class OldTest {

    @RunWith(Parameterized.class)
    public static class Each {
        @Parameters
        public static List<Integer> numbers() {
            return List.of(1, 2);
        }

        @Parameter
        public int number;

        @Test
        public void positive() {
            assertTrue(number > 0);
        }
    }

    @Ignore("old")
    public static class Ignored {
        @Test
        public void never() {}
    }

    public static class Oldest extends junit.framework.TestCase {
        public void testNothing() {}

        public void helps() {}
    }
}
