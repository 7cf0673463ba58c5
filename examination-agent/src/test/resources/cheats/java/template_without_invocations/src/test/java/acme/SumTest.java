package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

class SumTest {

    @Test
    void right() {
        assertEquals(2, 1 + 1);
    }

    @TestTemplate
    @ExtendWith(Nothing.class)
    void wrong() {
        assertEquals(3, 1 + 1);
    }
}
