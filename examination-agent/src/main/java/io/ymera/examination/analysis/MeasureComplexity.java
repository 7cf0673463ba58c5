package io.ymera.examination.analysis;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Hands a code base to {@link ComplexityAnalysis}. */
@Capability(
        value = "complexity",
        description = "Measures the cyclomatic complexity of each function of Python, Java and JavaScript code")
final class MeasureComplexity implements TaskHandler<CodeRequest, ComplexityReport> {

    private final CodeBases codeBases;
    private final ComplexityAnalysis analysis;
    private final Sandbox sandbox;
    private final Clock clock;

    MeasureComplexity(CodeBases codeBases, ComplexityAnalysis analysis, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.analysis = analysis;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public ComplexityReport handle(CodeRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return analysis.examine(codeBases.project(request, bench), bench);
    }
}
