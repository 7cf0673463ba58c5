package io.ymera.auth.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The end of the chain at some time. Who keeps it elsewhere can find out later whether anything up to there is gone.
 *
 * @param seq the number of the last event; 0 if there is none
 * @param hash its hash, 64 hexadecimal digits
 */
@RegisterForReflection
record AuditHead(long seq, String hash) {

    /** Before the first event. */
    static final AuditHead NOTHING = new AuditHead(0, "0".repeat(64));
}
