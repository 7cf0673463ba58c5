package io.ymera.manager.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did.
 *
 * @param deleted how many rows
 * @param last where the next one is to go on; null if there is nothing more to look at
 */
record Batch(int deleted, @Nullable UUID last) {}
