/**
 * Agents in any language that speak HTTP only: they ask for leases and report on them. The claim, the tokens, the deadlines
 * and what a report does are those of all agents; here is only the way there. A lease is kept by heartbeats, see {@code
 * agent}.
 */
@NullMarked
package io.ymera.manager.external;

import org.jspecify.annotations.NullMarked;
