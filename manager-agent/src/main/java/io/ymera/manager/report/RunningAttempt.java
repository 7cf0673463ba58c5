package io.ymera.manager.report;

import io.ymera.contracts.task.AttemptRef;
import java.util.UUID;

/** An attempt that an agent has said it runs, and of whose end nothing is known. */
public record RunningAttempt(AttemptRef attempt, UUID agent) {}
