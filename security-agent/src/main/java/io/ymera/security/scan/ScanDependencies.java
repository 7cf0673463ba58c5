package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has dependencies looked up. */
@Capability(
        value = Scans.DEPENDENCY,
        description =
                "Looks up known vulnerabilities of what a code base depends on, and whether it uses what is vulnerable")
final class ScanDependencies implements TaskHandler<DependencyScanRequest, DependencyScanReport> {

    private final Scanning scanning;

    ScanDependencies(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public DependencyScanReport handle(DependencyScanRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(List.of(Scans.DEPENDENCY)).withAdvisories(request.advisorySource());
        return DependencyScanReport.of(scanning.scan(request, wanted, request.project(), context), request);
    }
}
