package io.ymera.bench.gateway;

import io.ymera.bench.measure.Spread;
import java.util.Map;

/**
 * One candidate, measured in several rounds.
 *
 * @param perSecond answers a second
 * @param p50Micros of single answers
 * @param p99Micros of single answers
 * @param cpuMicros for one answer, of the process that is measured and its children
 * @param otherCpuMicros for one answer, of the other processes, by their names; {@code client} is wrk, {@code others} the kernel's
 *     own and whoever else was at work
 * @param answers of all rounds
 * @param errors answers with another status than 200, and those that did not come
 * @param residentMiB of the process and its children when all rounds were over; what they share counts for each
 * @param logBytesEach written for one answer
 * @param rateLimit whether answers name a rate limit
 */
record Measured(
        Spread perSecond,
        Spread p50Micros,
        Spread p99Micros,
        Spread cpuMicros,
        Map<String, Double> otherCpuMicros,
        long answers,
        long errors,
        long residentMiB,
        long logBytesEach,
        boolean rateLimit) {}
