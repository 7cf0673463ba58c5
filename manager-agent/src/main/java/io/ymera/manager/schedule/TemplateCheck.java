package io.ymera.manager.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.callback.CallbackTargets;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;

/** Whether a task can be queued as a template says; asked when a schedule is made and again each time it runs. */
@Singleton
class TemplateCheck {

    /** They are written again with every run. */
    private static final int MAX_PARAMETERS_BYTES = 256 * 1024;

    private final Capabilities capabilities;
    private final CallbackTargets callbacks;

    TemplateCheck(Capabilities capabilities, CallbackTargets callbacks) {
        this.capabilities = capabilities;
        this.callbacks = callbacks;
    }

    /**
     * Gives the version of the capability that the task is for.
     *
     * @param client with which to look things up: the transaction of a caller who is in one
     * @param owner whose task it will be
     * @return fails with an {@link ApiException} that says what is wrong
     */
    Uni<Integer> check(SqlClient client, String owner, TaskTemplate template) {
        return Uni.createFrom().deferred(() -> {
            requireSmall(template);
            return capabilities
                    .choose(client, template.taskType(), template.version())
                    .call(chosen ->
                            capabilities.validate(client, chosen, template.parametersOrNone(), "/task/parameters"))
                    .call(() -> callbacks.check(client, owner, template.callbackUrl(), "/task/callback_url"))
                    .map(CapabilityVersion::version);
        });
    }

    private static void requireSmall(TaskTemplate template) {
        int bytes = template.parametersOrNone().toString().getBytes(UTF_8).length;
        if (bytes > MAX_PARAMETERS_BYTES) {
            throw new ApiException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The parameters have %d bytes as JSON in UTF-8; those of a schedule may have %d"
                            .formatted(bytes, MAX_PARAMETERS_BYTES));
        }
    }
}
