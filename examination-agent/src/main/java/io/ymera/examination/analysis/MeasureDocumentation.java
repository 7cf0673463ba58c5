package io.ymera.examination.analysis;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Hands a code base to {@link DocumentationCoverage}. */
@Capability(
        value = "documentation_coverage",
        description = "Measures how much of what Python, Java and JavaScript code exports is documented")
final class MeasureDocumentation implements TaskHandler<CodeRequest, DocumentationReport> {

    private final CodeBases codeBases;
    private final DocumentationCoverage coverage;
    private final Sandbox sandbox;
    private final Clock clock;

    MeasureDocumentation(CodeBases codeBases, DocumentationCoverage coverage, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.coverage = coverage;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public DocumentationReport handle(CodeRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        return coverage.examine(codeBases.project(request, bench), bench);
    }
}
