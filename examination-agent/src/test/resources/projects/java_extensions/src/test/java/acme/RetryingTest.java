package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Retrying.class)
class RetryingTest {

    private static int calls;

    @Test
    void passes_at_the_second_call() {
        assertEquals(2, ++calls);
    }
}
