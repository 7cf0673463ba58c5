package io.ymera.sandbox;

/**
 * Gets what a program writes, as it is written.
 *
 * <p>Calls for one stream come one after the other from one thread, calls for the two streams come from two threads. A
 * listener that blocks holds the program up. A listener that throws ends the run: the program is killed and {@link
 * Sandbox#run} throws an {@link IllegalStateException} with the listener's as its cause.
 */
public interface OutputListener {

    /** Forgets everything. */
    OutputListener DISCARD = new OutputListener() {
        @Override
        public void stdout(byte[] bytes) {}

        @Override
        public void stderr(byte[] bytes) {}
    };

    /**
     * Standard output went on.
     *
     * @param bytes the listener's to keep, never empty; a character may be split between two calls
     */
    void stdout(byte[] bytes);

    /** As {@link #stdout}, for standard error. */
    void stderr(byte[] bytes);
}
