package io.ymera.manager.dispatch;

import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskControl;
import io.ymera.contracts.task.Topics;
import io.ymera.manager.dispatch.TaskProducer.Outgoing;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jboss.logging.Logger;

/** Tells agents at once what they would learn from the answer to their next heartbeat. */
@Singleton
public class AgentControl {

    private static final Logger LOG = Logger.getLogger(AgentControl.class);

    private final TaskProducer producer;

    AgentControl(TaskProducer producer) {
        this.producer = producer;
    }

    /** Tells whoever runs these attempts to stop. Returns at once; never fails: it may be lost. */
    public void cancel(Collection<AttemptRef> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        producer.send(attempts.stream()
                        .map(attempt -> new Outgoing(
                                Topics.TASK_CONTROL,
                                attempt.taskId().toString(),
                                new TaskControl(TaskControl.Type.CANCEL, attempt)))
                        .toList())
                .subscribe()
                .with(sent -> {}, failure -> LOG.warnf("Agents learn later of what was cancelled: %s", failure));
    }
}
