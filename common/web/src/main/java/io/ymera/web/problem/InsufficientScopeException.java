package io.ymera.web.problem;

import io.ymera.contracts.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A good token does not reach as far as the request (403); the answer has the challenge that RFC 6750 wants. */
public class InsufficientScopeException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String scope;

    /**
     * @param detail what to do about it, for the client
     * @param scope the one that would be enough, if there is one
     */
    public InsufficientScopeException(String detail, @Nullable String scope) {
        super(ErrorCode.FORBIDDEN, detail);
        this.scope = scope;
    }

    String challenge() {
        return BearerChallenge.insufficientScope(scope);
    }
}
