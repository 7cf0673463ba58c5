package io.ymera.manager.workflow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a definition wants of agents: whether there are such task types, and whether fixed parameters fit. */
@Singleton
class TaskTypeCheck {

    private final Capabilities capabilities;

    TaskTypeCheck(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    private record Place(String at, TaskWork work) {}

    /** Fails with {@link ErrorCode#VALIDATION_FAILED} and all that is wrong. */
    Uni<Void> check(Definition definition) {
        Violations violations = new Violations();
        return Multi.createFrom()
                .iterable(places(definition))
                .onItem()
                .transformToUniAndConcatenate(place -> check(place, violations))
                .onItem()
                .ignoreAsUni()
                .invoke(violations::throwIfAny);
    }

    private static List<Place> places(Definition definition) {
        List<Place> places = new ArrayList<>();
        places("/steps/", definition.steps(), places);
        places("/on_failure/", definition.onFailure(), places);
        return places;
    }

    private static void places(String at, List<Step> steps, List<Place> places) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).work() instanceof TaskWork work) {
                places.add(new Place(at + i, work));
                if (work.compensation() != null) {
                    places.add(new Place(at + i + "/compensate", work.compensation()));
                }
            }
        }
    }

    private Uni<Void> check(Place place, Violations violations) {
        TaskWork work = place.work();
        return capabilities
                .choose(work.taskType(), work.version())
                .chain(version -> work.parameters().isConstant()
                        ? capabilities.validate(version, work.parameters().source(), "/parameters")
                        : Uni.createFrom().voidItem())
                .onFailure(ApiException::isRefusal)
                .recoverWithUni(refusal -> {
                    for (Violation violation : ((ApiException) refusal).violations()) {
                        violations.add(place.at() + violation.pointer(), violation.message());
                    }
                    return Uni.createFrom().voidItem();
                });
    }
}
