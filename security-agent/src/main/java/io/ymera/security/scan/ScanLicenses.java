package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has licences looked at. */
@Capability(
        value = Scans.LICENSE,
        description =
                "Says under which licences a code base and its dependencies stand, and what a policy says of them")
final class ScanLicenses implements TaskHandler<LicenseScanRequest, LicenseScanReport> {

    private final Scanning scanning;

    ScanLicenses(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public LicenseScanReport handle(LicenseScanRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(List.of(Scans.LICENSE)).withLicences(request.licencePolicy());
        return LicenseScanReport.of(scanning.scan(request, wanted, request.project(), context), request);
    }
}
