package acme;
import org.junit.*;
import static org.junit.Assert.*;
public class OldTest {
    @Test public void good() { assertEquals(1, 1); }
    @Test public void bad() { assertEquals(1, 2); }
    @Ignore("why") @Test public void ignored() { }
    @Test(expected = IllegalStateException.class) public void expected() { throw new IllegalStateException(); }
}
