/**
 * One trace id per request, taken from W3C {@code traceparent} or made here, in every log line ({@code trace_id}), every
 * problem detail and every call to another service.
 */
@NullMarked
package io.ymera.web.trace;

import org.jspecify.annotations.NullMarked;
