package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

interface Contract {

    int sum(int one, int other);

    @Test
    default void adds() {
        assertEquals(2, sum(1, 1));
    }
}
