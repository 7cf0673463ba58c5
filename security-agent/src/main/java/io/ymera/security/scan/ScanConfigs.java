package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has configuration read. */
@Capability(
        value = Scans.CONFIG,
        description = "Reads Dockerfiles, Kubernetes manifests and compose files for what is insecure")
final class ScanConfigs implements TaskHandler<ConfigScanRequest, ScanReport> {

    private final Scanning scanning;

    ScanConfigs(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public ScanReport handle(ConfigScanRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(List.of(Scans.CONFIG));
        return ScanReport.of(scanning.scan(request, wanted, request.project(), context), request);
    }
}
