package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How long requests took, in seconds, from when each was due to the end of its answer, or until it was given up; by the nearest rank.
 * Requests that were refused or cut off at once are in none of them: see the errors.
 */
@RegisterForReflection
public record Latency(double p50Seconds, double p90Seconds, double p99Seconds, double p999Seconds, double maxSeconds) {}
