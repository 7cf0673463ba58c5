package io.ymera.manager.idempotency;

/**
 * A request that may have come before.
 *
 * @param caller the subject of the token that it came with; another's key is another key
 * @param route what is asked for, for example {@code POST /tasks}; the same key elsewhere is another key
 * @param key the client's name for it
 * @param body what was asked for, as it was read; equal bodies are equal as JSON, whose members have no order
 */
public record IdempotentRequest(String caller, String route, IdempotencyKey key, Object body) {}
