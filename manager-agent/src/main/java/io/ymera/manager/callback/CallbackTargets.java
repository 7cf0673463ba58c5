package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether an owner's callbacks can go where they want them to go. To be asked before a task is queued. */
@Singleton
public class CallbackTargets {

    private final CallbackSettings settings;
    private final Keyring keyring;
    private final Secrets secrets;

    CallbackTargets(CallbackSettings settings, Keyring keyring, Secrets secrets) {
        this.settings = settings;
        this.keyring = keyring;
        this.secrets = secrets;
    }

    /**
     * Looks at the URL, not at what is there. Without one there is nothing to look at, and nothing is asked of the database.
     *
     * @param pointer the URL's JSON pointer in the request, for the answer that refuses it
     * @return fails with an {@link ApiException} that says what to do
     */
    public Uni<Void> check(String owner, @Nullable String url, String pointer) {
        return check(url, pointer, () -> secrets.has(owner));
    }

    /** The same for somebody in a transaction, who had better not wait for another connection. */
    public Uni<Void> check(SqlClient transaction, String owner, @Nullable String url, String pointer) {
        return check(url, pointer, () -> secrets.has(transaction, owner));
    }

    private Uni<Void> check(@Nullable String url, String pointer, Supplier<Uni<Boolean>> hasSecret) {
        if (url == null) {
            return Uni.createFrom().voidItem();
        }
        if (!keyring.isReady()) {
            return refuse(
                    pointer, "can't be used: callbacks need CALLBACK_ENCRYPTION_KEY, which the operator has not set");
        }
        try {
            CallbackUrl.parse(url, settings);
        } catch (IllegalArgumentException e) {
            return refuse(pointer, String.valueOf(e.getMessage()));
        }
        return hasSecret
                .get()
                .chain(has -> has
                        ? Uni.createFrom().voidItem()
                        : refuse(
                                pointer,
                                "needs a secret to sign callbacks with: make one with POST /callbacks/secret"));
    }

    private static Uni<Void> refuse(String pointer, String why) {
        return Uni.createFrom().failure(ApiException.invalid(pointer, why));
    }
}
