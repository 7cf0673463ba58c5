package io.ymera.manager.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** Does what follows from the end of tasks, such as unlocking the next steps of a workflow. A CDI bean. */
public interface EndedTaskListener {

    /**
     * Called in the transaction that ends the tasks, with all that ended; what it writes with {@code transaction} is
     * committed together with their end, and a failure undoes both. It must not write to anything else: the transaction
     * may be rolled back and tried again.
     */
    Uni<Void> ended(SqlClient transaction, List<EndedTask> tasks);
}
