package io.ymera.examination.benchmark;

import io.ymera.examination.benchmark.LoadTestReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds what was measured against the limits of the request. */
record LoadVerdict(Verdict verdict, List<String> reasons) {

    static LoadVerdict of(LoadTestRequest request, LoadResult result, @Nullable String serverEnded) {
        List<String> reasons = new ArrayList<>();
        if (serverEnded != null) {
            reasons.add(serverEnded);
        }
        if (result.succeeded() == 0) {
            reasons.add("None of " + result.due() + " requests got the answer that was expected");
        }
        if (request.maxErrorRate() != null && result.errorRate() > request.maxErrorRate()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%.2f %% of the requests failed, more than %.2f %%",
                    result.errorRate() * 100,
                    request.maxErrorRate() * 100));
        }
        if (request.maxP99Ms() != null) {
            if (result.latency() == null) {
                reasons.add("There is no latency to hold against the limit of " + request.maxP99Ms() + " ms");
            } else if (result.latency().p99Seconds() * 1e3 > request.maxP99Ms()) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "The 99th percentile of the latency is %.1f ms, more than %.1f ms",
                        result.latency().p99Seconds() * 1e3,
                        request.maxP99Ms()));
            }
        }
        if (!reasons.isEmpty()) {
            return new LoadVerdict(Verdict.FAILED, reasons);
        }
        boolean limits = request.maxErrorRate() != null || request.maxP99Ms() != null;
        return new LoadVerdict(limits ? Verdict.PASSED : Verdict.MEASURED, reasons);
    }
}
