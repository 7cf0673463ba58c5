package io.ymera.examination.benchmark;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Loads a code base's HTTP server. */
@Capability(
        value = "load_test",
        description =
                "Starts the HTTP server of a code base in the sandbox, loads it, and reports latency, throughput and errors")
final class LoadTest implements TaskHandler<LoadTestRequest, LoadTestReport> {

    private final CodeBases codeBases;
    private final LoadTests tests;
    private final Sandbox sandbox;
    private final Clock clock;

    LoadTest(CodeBases codeBases, LoadTests tests, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.tests = tests;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public LoadTestReport handle(LoadTestRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return tests.run(codeBases.project(request, bench), request, bench);
    }
}
