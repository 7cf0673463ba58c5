package io.ymera.manager.workflow;

/** How much may be queued in one transaction, so that it fits into memory and ends soon. */
final class Budget {

    private long characters = 16L * 1024 * 1024;

    void spend(int characters) {
        this.characters -= characters;
    }

    boolean isSpent() {
        return characters <= 0;
    }
}
