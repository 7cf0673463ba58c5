package io.ymera.auth.audit;

import io.ymera.auth.origin.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters to who may do what.
 *
 * @param action what, as {@code subject.verb}: {@code user.registered}, {@code login.failed}, {@code session.ended}
 * @param success whether it was done, or refused
 * @param actor who did it: a user's id or a client's; null for nobody known
 * @param target whom or what it was done to: an id, a name; null if that is the actor
 * @param origin from where
 * @param details more, in few words; never a secret
 */
public record AuditEvent(
        String action,
        boolean success,
        @Nullable String actor,
        @Nullable String target,
        Origin origin,
        Map<String, String> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }

    /** Something that was done. */
    public static AuditEvent done(String action, @Nullable String actor, @Nullable String target, Origin origin) {
        return new AuditEvent(action, true, actor, target, origin, Map.of());
    }

    /** Something that was refused, for {@code reason}. */
    public static AuditEvent refused(
            String action, @Nullable String actor, @Nullable String target, Origin origin, String reason) {
        return new AuditEvent(action, false, actor, target, origin, Map.of("reason", reason));
    }

    /** The same with one more detail. */
    public AuditEvent with(String name, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, value);
        return new AuditEvent(action, success, actor, target, origin, more);
    }
}
