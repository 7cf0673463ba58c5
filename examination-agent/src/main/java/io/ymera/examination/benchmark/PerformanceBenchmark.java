package io.ymera.examination.benchmark;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Measures how fast a code base's benchmarks are. */
@Capability(
        value = "performance_benchmark",
        description =
                "Measures the benchmarks of a code base, each in a process of its own, and compares them with a baseline")
final class PerformanceBenchmark implements TaskHandler<PerformanceBenchmarkRequest, BenchmarkReport> {

    private final CodeBases codeBases;
    private final Benchmarks benchmarks;
    private final Sandbox sandbox;
    private final Clock clock;

    PerformanceBenchmark(CodeBases codeBases, Benchmarks benchmarks, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.benchmarks = benchmarks;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public BenchmarkReport handle(PerformanceBenchmarkRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return benchmarks.measure(codeBases.project(request, bench), request.options(), bench);
    }
}
