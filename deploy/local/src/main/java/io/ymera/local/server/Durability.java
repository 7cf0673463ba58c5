package io.ymera.local.server;

/** Whether a server's data is to outlive the machine, or a test run only. */
public enum Durability {
    /** What a server said is stored is on the disk. */
    DURABLE,
    /** Faster; survives a crash of the server, not one of the machine. For tests. */
    PROCESS_CRASH_ONLY
}
