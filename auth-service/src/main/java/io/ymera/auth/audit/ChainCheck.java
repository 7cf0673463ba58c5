package io.ymera.auth.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain has found.
 *
 * @param intact whether everything is as it was recorded
 * @param events how many events were found good, from the beginning or the kept head on
 * @param head the last of them
 * @param problem the first thing that is wrong; null if nothing is
 */
@RegisterForReflection
record ChainCheck(
        boolean intact,
        long events,
        AuditHead head,
        @Nullable Problem problem) {

    /**
     * @param seq the first number at which something is wrong
     * @param kind {@code changed}: what is there is not what was recorded; {@code missing}: there is nothing; {@code reordered}:
     *     what belongs there is elsewhere
     * @param detail more, in words
     */
    @RegisterForReflection
    @Schema(name = "AuditProblem")
    record Problem(long seq, String kind, String detail) {

        static Problem changed(long seq, String detail) {
            return new Problem(seq, "changed", detail);
        }

        static Problem missing(long seq, String detail) {
            return new Problem(seq, "missing", detail);
        }

        static Problem reordered(long seq, String detail) {
            return new Problem(seq, "reordered", detail);
        }
    }

    static ChainCheck good(long events, AuditHead head) {
        return new ChainCheck(true, events, head, null);
    }

    static ChainCheck broken(long events, AuditHead head, Problem problem) {
        return new ChainCheck(false, events, head, problem);
    }
}
