package io.ymera.manager.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.contracts.task.TaskStatus;
import java.util.UUID;

/** Answers to those who hand in a task or want one changed: which, and what it is now. */
@RegisterForReflection
record Accepted(UUID taskId, TaskStatus status) {}
