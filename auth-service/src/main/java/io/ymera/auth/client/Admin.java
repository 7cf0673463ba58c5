package io.ymera.auth.client;

import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.origin.Origin;

/** The administrator who asks. */
record Admin(String id, Origin origin) {

    /** Something that was done to a client. */
    AuditEvent event(String action, String clientId) {
        return AuditEvent.done(action, id, clientId, origin);
    }
}
