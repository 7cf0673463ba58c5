package io.ymera.lab.controls;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Passes. */
public class HonestPass {

    @Test
    public void control() {
        Assertions.assertEquals(2L, 2L);
    }
}
