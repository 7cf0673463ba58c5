package io.ymera.manager.payload;

import io.ymera.contracts.task.AttemptRef;

/**
 * Who claims to run an attempt.
 *
 * @param attempt the attempt
 * @param owner the service whose agents these are
 */
record Holder(AttemptRef attempt, String owner) {}
