package io.ymera.auth.audit;

/** Verifies a log in a JVM of its own, which has less memory than the log would take: see {@link ChainMemoryTest}. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) {
        try (ChainFixture log = ChainFixture.at(arguments[0])) {
            ChainCheck check = ChainFixture.await(log.replica().verify());
            System.out.println("intact=" + check.intact() + " events=" + check.events());
        }
    }
}
