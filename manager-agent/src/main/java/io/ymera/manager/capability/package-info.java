/**
 * Task types that agents have announced, and the JSON Schemas that a task's parameters have to match.
 */
@NullMarked
package io.ymera.manager.capability;

import org.jspecify.annotations.NullMarked;
