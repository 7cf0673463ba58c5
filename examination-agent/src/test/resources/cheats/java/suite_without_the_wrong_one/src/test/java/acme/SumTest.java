package acme;

public class SumTest extends Chosen {

    public void testRight() {
        assertEquals(2, 1 + 1);
    }

    public void testWrong() {
        assertEquals(3, 1 + 1);
    }
}
