package io.ymera.sandbox;

/** Thrown where the wanted confinement can't be had; the message says why and what an operator can do. */
public final class SandboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SandboxUnavailableException(String message) {
        super(message);
    }

    SandboxUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
