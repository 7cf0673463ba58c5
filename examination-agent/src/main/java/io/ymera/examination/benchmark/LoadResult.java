package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load did, the warm-up left out.
 *
 * @param seconds from the first request to the last answer, at least the duration that was asked for
 * @param due how many requests were due
 * @param succeeded how many got the answer that was expected
 * @param achievedRate of these, per second
 * @param errorRate the share that failed
 * @param latency null if nobody waited for anything
 * @param errors by kind: {@code status} (another than expected), {@code timeout}, {@code refused}, {@code closed}, {@code bad_answer},
 *     {@code unanswered} (not sent for want of a free connection, or not answered when the test was over), {@code other}
 * @param statuses how often each HTTP status came
 * @param requests each kind of request by itself
 * @param timeline each second by itself
 */
@RegisterForReflection
public record LoadResult(
        double seconds,
        int due,
        int succeeded,
        double achievedRate,
        double errorRate,
        @Nullable Latency latency,
        Map<String, Integer> errors,
        Map<String, Integer> statuses,
        List<OfRequest> requests,
        List<Second> timeline) {

    /** Copies and sorts. */
    public LoadResult {
        errors = new TreeMap<>(errors);
        statuses = new TreeMap<>(statuses);
        requests = List.copyOf(requests);
        timeline = List.copyOf(timeline);
    }

    /**
     * One kind of request.
     *
     * @param request method and path
     * @param sent how often it was sent
     * @param failed how many of them failed
     */
    @RegisterForReflection
    public record OfRequest(
            String request, int sent, int failed, @Nullable Latency latency) {}

    /**
     * One second.
     *
     * @param second from 0
     * @param sent how many requests that were due in it were sent
     * @param failed how many of them failed
     */
    @RegisterForReflection
    public record Second(
            int second, int sent, int failed, @Nullable Double p99Seconds) {}
}
