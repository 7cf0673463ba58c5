package acme;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(OnlyRight.class)
public class SumTest {

    @Test
    public void right() {
        assertEquals(2, 1 + 1);
    }

    @Test
    public void wrong() {
        assertEquals(3, 1 + 1);
    }
}
