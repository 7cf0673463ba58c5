package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Step;
import io.ymera.scanner.incremental.CacheKey;
import io.ymera.scanner.incremental.Flow;
import io.ymera.scanner.rule.Model;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings data from outside into the form in which it is remembered, and back. */
final class Flows {

    private final Map<List<Taint>, String> hashes = new IdentityHashMap<>();

    static List<Flow> of(List<Taint> taints) {
        return taints.stream().map(Flows::of).toList();
    }

    private static Flow of(Taint taint) {
        Origin origin = taint.origin();
        return new Flow(
                origin.location(),
                origin.exposure().name(),
                origin.what(),
                taint.path(),
                taint.cleared().stream().sorted().toList(),
                taint.trace().steps());
    }

    static List<Taint> back(List<Flow> flows) {
        return flows.stream().map(Flows::back).toList();
    }

    private static Taint back(Flow flow) {
        Trace trace = null;
        int length = 0;
        for (Step step : flow.steps()) {
            trace = new Trace(trace, step, ++length);
        }
        if (trace == null) {
            throw new IllegalStateException("What is remembered has come from nowhere");
        }
        Origin origin = new Origin(flow.origin(), Model.Exposure.valueOf(flow.exposure()), flow.what());
        return new Taint(origin, flow.path(), Set.copyOf(flow.cleared()), trace);
    }

    /** The same for the same taints; empty for none. */
    String hash(List<Taint> taints) {
        return taints.isEmpty() ? "" : hashes.computeIfAbsent(taints, Flows::digest);
    }

    private static String digest(List<Taint> taints) {
        return CacheKey.hash(of(taints).toString());
    }
}
