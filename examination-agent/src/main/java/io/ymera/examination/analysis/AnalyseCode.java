package io.ymera.examination.analysis;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Hands a code base to {@link StaticAnalysis}. */
@Capability(
        value = "static_analysis",
        description =
                "Says what is likely to be wrong in Python, Java and JavaScript code, with the rules of several tools")
final class AnalyseCode implements TaskHandler<StaticAnalysisRequest, StaticAnalysisReport> {

    private final CodeBases codeBases;
    private final StaticAnalysis analysis;
    private final Sandbox sandbox;
    private final Clock clock;

    AnalyseCode(CodeBases codeBases, StaticAnalysis analysis, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.analysis = analysis;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public StaticAnalysisReport handle(StaticAnalysisRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return analysis.examine(codeBases.project(request, bench), bench, request.sarif());
    }
}
