package io.ymera.manager.agent;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.problem.ApiException;

/** A client serves the task types that an administrator gave to it, and no other. */
public final class ServedTypes {

    private ServedTypes() {}

    /** Fails with {@link ErrorCode#FORBIDDEN} if the caller's token does not allow {@code taskType}. */
    public static void require(CallerPrincipal caller, String taskType) {
        if (!caller.mayServe(taskType)) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN,
                    "The client %s may not serve tasks of the type %s; an administrator can allow it."
                            .formatted(caller.subject(), taskType));
        }
    }
}
