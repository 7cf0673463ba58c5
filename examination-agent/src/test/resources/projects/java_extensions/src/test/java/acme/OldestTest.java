package acme;

import junit.framework.TestCase;

public class OldestTest extends TestCase {

    public void testNothing() {
        assertTrue(true);
    }
}
