package io.ymera.manager.workflow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.manager.queue.EndedTask;
import io.ymera.manager.queue.EndedTaskListener;
import io.ymera.manager.workflow.RunRepository.EndedItem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lets workflows go on, in the transaction that ends their tasks. */
@Singleton
class EndedSteps implements EndedTaskListener {

    private final Engine engine;

    EndedSteps(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Uni<Void> ended(SqlClient transaction, List<EndedTask> tasks) {
        List<EndedItem> items = new ArrayList<>();
        for (EndedTask task : tasks) {
            UUID workflow = task.workflowId();
            String step = task.workflowStep();
            if (workflow != null && step != null) {
                items.add(new EndedItem(
                        workflow,
                        ItemRef.of(step),
                        task.taskId(),
                        StepStatus.of(task.status().wireName())));
            }
        }
        return items.isEmpty() ? Uni.createFrom().voidItem() : engine.ended(transaction, items);
    }
}
