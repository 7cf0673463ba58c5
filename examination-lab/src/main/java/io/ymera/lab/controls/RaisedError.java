package io.ymera.lab.controls;

import org.junit.jupiter.api.Test;

/** Fails by an exception. */
public class RaisedError {

    @Test
    public void control() {
        throw new IllegalStateException("expected");
    }
}
