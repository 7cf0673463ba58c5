package io.ymera.examination.testing;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Says which lines of a code base its tests execute. */
@Capability(value = "coverage", description = "Runs the tests of a code base and says which of its lines they execute")
final class MeasureCoverage implements TaskHandler<CoverageRequest, CoverageResult> {

    private final CodeBases codeBases;
    private final TestExecution execution;
    private final Sandbox sandbox;
    private final Clock clock;

    MeasureCoverage(CodeBases codeBases, TestExecution execution, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.execution = execution;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public CoverageResult handle(CoverageRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        Examined examined = execution.run(codeBases.project(request, bench), request.options(), bench);
        return new CoverageResult(
                examined.report(),
                examined.coverage().orElseThrow(() -> new IllegalStateException("Coverage was asked for")));
    }
}
