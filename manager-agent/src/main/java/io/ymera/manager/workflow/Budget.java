package io.ymera.manager.workflow;

/** How much may be read and queued in one transaction, so that it fits into memory and ends soon. */
final class Budget {

    private long bytes = 16L * 1024 * 1024;

    /** @param bytes that were read, or characters that are queued: parameters are counted when they are written already */
    void spend(long bytes) {
        this.bytes -= bytes;
    }

    boolean isSpent() {
        return bytes <= 0;
    }
}
