package io.ymera.lab.controls;

import org.junit.jupiter.api.Test;

/** Fails by a plain assertion. */
public class PlainFailure {

    @Test
    public void control() {
        throw new AssertionError("expected");
    }
}
