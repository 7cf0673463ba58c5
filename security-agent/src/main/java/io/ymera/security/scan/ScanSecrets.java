package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has a code base searched for secrets. */
@Capability(value = Scans.SECRET, description = "Searches files and git history for secrets; their values are masked")
final class ScanSecrets implements TaskHandler<SecretScanRequest, ScanReport> {

    private final Scanning scanning;

    ScanSecrets(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public ScanReport handle(SecretScanRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(List.of(Scans.SECRET)).withHistory(request.historyCommits());
        return ScanReport.of(scanning.scan(request, wanted, request.project(), context), request);
    }
}
