package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.manager.callback.CallbackRepository.NewCallback;
import io.ymera.manager.queue.EndedTask;
import io.ymera.manager.queue.EndedTaskListener;
import io.ymera.persistence.Ids;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Notes, in the transaction that ends tasks, who is to be told. */
@Singleton
class CallbackListener implements EndedTaskListener {

    /** Larger results are left out; whoever wants one asks for the task. */
    private static final int MOST_RESULT_BYTES = 64 * 1024;

    private final CallbackRepository repository;
    private final Ids ids;
    private final Clock clock;

    CallbackListener(CallbackRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Void> ended(SqlClient transaction, List<EndedTask> tasks) {
        List<NewCallback> callbacks = new ArrayList<>();
        for (EndedTask task : tasks) {
            String url = task.callbackUrl();
            if (url != null) {
                callbacks.add(new NewCallback(ids.next(), task.taskId(), host(url)));
            }
        }
        return callbacks.isEmpty()
                ? Uni.createFrom().voidItem()
                : repository.insert(transaction, callbacks, clock.instant(), MOST_RESULT_BYTES);
    }

    /** A URL that is none, which must not keep a task from ending, is found out when the callback is sent. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
