package io.ymera.auth.oauth;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.Origin;
import java.util.Optional;

/** A kind of token that is no JWT and that only its feature can read: a CDI bean. Non-blocking. */
public interface OpaqueTokens {

    /** Whether {@code token} looks like one of these, by its prefix. */
    boolean recognises(String token);

    /** What {@code token} is; empty if it is not good, for whatever reason. */
    Uni<Optional<Introspection>> introspect(String token);

    /** Ends what {@code token} stands for, if it is good; else does nothing (RFC 7009, section 2.2). */
    Uni<Void> revoke(String token, Origin origin);
}
