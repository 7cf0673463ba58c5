package io.ymera.manager.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which workflows are wanted.
 *
 * @param owner whose, or null for everybody's
 * @param statuses by their wire names, or null for all
 * @param name what the name begins with, or null
 */
record WorkflowFilter(
        @Nullable String owner,
        String @Nullable [] statuses,
        @Nullable String name) {}
