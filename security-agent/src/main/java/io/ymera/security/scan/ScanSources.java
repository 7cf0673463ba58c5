package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has sources read for weaknesses. */
@Capability(
        value = Scans.SECURITY,
        description =
                "Reads Python, Java, JavaScript and TypeScript for weaknesses: how data flows from where it comes in to where it does harm")
final class ScanSources implements TaskHandler<SecurityScanRequest, ScanReport> {

    private final Scanning scanning;

    ScanSources(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public ScanReport handle(SecurityScanRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(List.of(Scans.SECURITY)).withExposures(request.exposures());
        return ScanReport.of(scanning.scan(request, wanted, request.project(), context), request);
    }
}
