package io.ymera.examination.analysis;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Hands a code base to {@link DuplicationAnalysis}. */
@Capability(
        value = "duplication",
        description = "Finds Python, Java, JavaScript and TypeScript code that is there more than once")
final class FindDuplication implements TaskHandler<DuplicationRequest, DuplicationReport> {

    private final CodeBases codeBases;
    private final DuplicationAnalysis analysis;
    private final Sandbox sandbox;
    private final Clock clock;

    FindDuplication(CodeBases codeBases, DuplicationAnalysis analysis, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.analysis = analysis;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public DuplicationReport handle(DuplicationRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return analysis.examine(codeBases.project(request, bench), bench, request.minimumTokens());
    }
}
