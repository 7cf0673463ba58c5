package io.ymera.local.process;

import java.io.IOException;
import java.time.Duration;

/** One part of the platform: how its process is started, and how to tell that it is ready. */
public interface Part {

    /** A short name, also that of its log and pid files: lower-case letters, digits and dashes. */
    String name();

    /** The loopback TCP port that it listens on. */
    int port();

    /**
     * Makes what must be there before every start (directories, configuration, a database cluster); does nothing that is
     * done already. Called while the process is not running.
     *
     * @throws IOException if that fails; the message says what to do
     */
    void prepare() throws IOException, InterruptedException;

    /**
     * What to execute. Called right after {@link #prepare()}.
     *
     * @throws IOException if a file that it needs cannot be read
     */
    Launch launch() throws IOException;

    /** Whether it answers, in its own protocol, now; never throws, and takes a second or two at the most. */
    boolean isReady();

    /**
     * Asks {@code process} to end in good order, and returns at once.
     *
     * @throws IOException if it cannot be asked
     */
    default void requestStop(ProcessHandle process) throws IOException {
        process.destroy();
    }

    /** How long it may take to end after that. */
    default Duration grace() {
        return Duration.ofSeconds(15);
    }
}
