/**
 * Tells receivers outside, by signed HTTP requests (Standard Webhooks 1.0.0), that tasks have ended. The row that a request
 * is made from is written in the transaction that ends the task; sending is at least once, and apart from it.
 *
 * <p>Where requests go is said by users, so everything about a receiver is taken for hostile: its URL, what its name leads
 * to, its answers and its pace. {@link io.ymera.manager.callback.Courier} lists what is done about that.
 */
@NullMarked
package io.ymera.manager.callback;

import org.jspecify.annotations.NullMarked;
