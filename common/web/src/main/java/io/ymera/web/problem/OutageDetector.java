package io.ymera.web.problem;

/**
 * Tells by an exception that something a service needs is away, such as its database. A CDI bean of whoever knows the
 * client that throws it: what is detected is answered 503, and is no bug of ours. Asked from any thread.
 */
public interface OutageDetector {

    /** Whether {@code thrown}, or what caused it, says so; never throws. */
    boolean detects(Throwable thrown);
}
