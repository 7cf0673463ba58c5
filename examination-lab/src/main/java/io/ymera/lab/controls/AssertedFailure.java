package io.ymera.lab.controls;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Fails by the framework's own assertion. */
public class AssertedFailure {

    @Test
    public void control() {
        Assertions.assertEquals(1L, 2L);
    }
}
