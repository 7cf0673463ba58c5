package io.ymera.examination.testing;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.report.JUnitXml;
import io.ymera.sandbox.Sandbox;
import java.time.Clock;

/** Runs the tests of a code base. */
@Capability(
        value = "test_execution",
        description =
                "Runs the tests of a code base (pytest, unittest, JUnit, Node.js frameworks) and reports each of them,"
                        + " what is flaky, and whether the outcomes can be believed")
final class RunTests implements TaskHandler<RunTestsRequest, TestReport> {

    private final CodeBases codeBases;
    private final TestExecution execution;
    private final Sandbox sandbox;
    private final Clock clock;

    RunTests(CodeBases codeBases, TestExecution execution, Sandbox sandbox, Clock clock) {
        this.codeBases = codeBases;
        this.execution = execution;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public TestReport handle(RunTestsRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Workbench bench = new Workbench(sandbox, context, clock);
        TestReport report = execution
                .run(codeBases.project(request, bench), request.options(), bench)
                .report();
        return request.junitXml() ? report.withJunitXml(JUnitXml.of(report)) : report;
    }
}
