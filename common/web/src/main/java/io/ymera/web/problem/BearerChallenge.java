package io.ymera.web.problem;

import org.jspecify.annotations.Nullable;

/** Values of {@code WWW-Authenticate}, as RFC 6750, section 3, has them. */
public final class BearerChallenge {

    /** For who sent no token: nothing was wrong with it. */
    public static final String NO_TOKEN = "Bearer realm=\"ymera\"";

    /** For who sent one that is not good. */
    public static final String INVALID_TOKEN = NO_TOKEN + ", error=\"invalid_token\"";

    private BearerChallenge() {}

    /** For who sent a good one that does not reach that far; {@code scope} is what would, if there is such a scope. */
    static String insufficientScope(@Nullable String scope) {
        String challenge = NO_TOKEN + ", error=\"insufficient_scope\"";
        return scope == null ? challenge : challenge + ", scope=\"" + scope + "\"";
    }
}
