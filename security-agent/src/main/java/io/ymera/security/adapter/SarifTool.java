package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import io.ymera.security.adapter.Confined.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run of another scanner whose answer is a SARIF log.
 *
 * @param tool its name
 * @param does what it does, for people
 * @param neededFor what is not known without it
 * @param why what in the code base led to it
 * @param kinds what its results are about
 */
record SarifTool(String tool, String does, String neededFor, String why, SarifReader.Kinds kinds) {

    /** Runs it; one that breaks is named as missing, whatever it may have said before that. */
    Adapted run(Confined confined, Confined.Job job, Project project, Path workspace, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Answer answer = confined.run(job, project, workspace, bench);
        if (answer.broken().isPresent()) {
            return broke(answer.broken().get());
        }
        Optional<SarifReader.Log> log = new SarifReader(tool, project, kinds).read(answer.text());
        return log.map(read -> new Adapted(
                        read.findings(),
                        List.of(new PlanStep(does, tool, read.version(), why)),
                        List.of(),
                        read.notes()))
                .orElseGet(() -> broke("what it wrote is no SARIF log"));
    }

    private Adapted broke(String why) {
        return new Adapted(
                List.of(),
                List.of(new PlanStep(does, tool, "unknown", this.why)),
                List.of(new MissingTool(tool, neededFor, "It broke: " + why)),
                List.of());
    }
}
