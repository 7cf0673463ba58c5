package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

abstract class Base {

    @Fast
    void inherited() {
        assertEquals(2, 1 + 1);
    }

    @Fast
    void overridden() {
        throw new IllegalStateException("not this one");
    }
}
