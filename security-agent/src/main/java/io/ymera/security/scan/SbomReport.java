package io.ymera.security.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code base is made of.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param components how many there are; null if that is not known
 * @param sbom the bill of materials in CycloneDX 1.6; null if none could be made or it is too long
 * @param plan what was run
 * @param missing what could not be run
 * @param notes what else a reader should know, for example which file was not read
 */
@RegisterForReflection
public record SbomReport(
        String engine,
        @Nullable Integer components,
        @Nullable JsonNode sbom,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes) {

    private static final String BUILTIN = "builtin";

    /** Copies the lists. */
    public SbomReport {
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    static SbomReport of(Scanning.Result result) {
        JsonNode sbom = result.sbom();
        return new SbomReport(
                BUILTIN,
                sbom == null ? null : sbom.path("components").size(),
                sbom,
                result.assessment().plan(),
                result.assessment().missing(),
                result.assessment().notes());
    }
}
