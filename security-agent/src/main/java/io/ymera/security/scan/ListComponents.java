package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has a bill of materials made. */
@Capability(
        value = Scans.SBOM,
        description = "Lists what a code base depends on, from its manifests and lock files, as CycloneDX 1.6")
final class ListComponents implements TaskHandler<SbomRequest, SbomReport> {

    private final Scanning scanning;

    ListComponents(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public SbomReport handle(SbomRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        return SbomReport.of(scanning.scan(request, Wanted.of(List.of(Scans.SBOM)), context));
    }
}
