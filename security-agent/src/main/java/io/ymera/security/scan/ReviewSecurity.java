package io.ymera.security.scan;

import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.agent.TaskHandler;
import io.ymera.security.report.Scans;
import java.util.List;

/** Has all scans made, and joins what they say into one verdict and one score. */
@Capability(
        value = "security_review",
        description =
                "Scans a code base for weaknesses, secrets, vulnerable dependencies, licences and insecure configuration, and"
                        + " joins it all into one verdict and one score, each lost point explained")
final class ReviewSecurity implements TaskHandler<SecurityReviewRequest, SecurityReviewReport> {

    private static final List<String> SCANS =
            List.of(Scans.SECURITY, Scans.SECRET, Scans.CONFIG, Scans.DEPENDENCY, Scans.SBOM, Scans.LICENSE);
    /** A bill of materials has no findings of its own. */
    private static final List<String> JUDGED =
            List.of(Scans.SECURITY, Scans.SECRET, Scans.CONFIG, Scans.DEPENDENCY, Scans.LICENSE);

    private final Scanning scanning;

    ReviewSecurity(Scanning scanning) {
        this.scanning = scanning;
    }

    @Override
    public SecurityReviewReport handle(SecurityReviewRequest request, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Wanted wanted = Wanted.of(SCANS)
                .withExposures(request.exposures())
                .withHistory(request.historyCommits())
                .withLicences(request.licencePolicy())
                .withAdvisories(request.advisorySource());
        return SecurityReviewReport.of(scanning.scan(request, wanted, request.project(), context), request, JUDGED);
    }
}
