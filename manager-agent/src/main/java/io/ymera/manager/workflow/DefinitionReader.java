package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.Topics;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.Step.FanOut;
import io.ymera.manager.workflow.Step.OnTimeout;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.manager.workflow.Step.Work;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a definition from JSON; {@link DefinitionCheck} looks at what goes beyond a single step. Single use. */
final class DefinitionReader {

    static final int MOST_STEPS = 200;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_PARALLEL = 100;
    private static final int HOUR_SECONDS = 3_600;
    private static final int DAY_SECONDS = 86_400;
    private static final int YEAR_SECONDS = 365 * DAY_SECONDS;
    private static final Pattern STEP_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Violations violations = new Violations();
    private final References references = new References(violations);

    private DefinitionReader() {}

    /**
     * Reads and checks everything that can be checked without knowing what agents can do.
     *
     * @throws io.ymera.web.problem.ApiException with {@link ErrorCode#VALIDATION_FAILED}, naming all that is wrong
     */
    static Definition read(JsonNode json) {
        DefinitionReader reader = new DefinitionReader();
        Definition definition = reader.definition(new Members(json, "", reader.violations));
        DefinitionCheck.check(definition, reader.references, reader.violations);
        reader.violations.throwIfAny();
        return definition;
    }

    /** Reads what was checked when it was handed in, by the rules of that time. */
    static Definition stored(JsonNode json) {
        DefinitionReader reader = new DefinitionReader();
        return reader.definition(new Members(json, "", reader.violations));
    }

    private Definition definition(Members json) {
        String name = json.text("name", LONGEST_NAME);
        JsonNode input = json.value("input", JsonNodeFactory.instance.objectNode());
        references.finite(input, json.at("input"));
        List<Step> steps = json.elements("steps", (step, at) -> step(new Members(step, at, violations)));
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            json.wrong("steps", "must be an array of 1 to %d steps".formatted(MOST_STEPS));
        }
        List<Step> onFailure = json.elements("on_failure", (step, at) -> onFailure(new Members(step, at, violations)));
        if (onFailure.size() > MOST_STEPS) {
            json.wrong("on_failure", "must be an array of at most %d steps".formatted(MOST_STEPS));
        }
        json.nothingElse();
        return new Definition(name, input, steps, onFailure);
    }

    private Step step(Members json) {
        String name = stepName(json);
        Scope scope = Scope.of(name);
        List<String> needs = json.texts("needs", LONGEST_NAME);
        List<String> needsAny = json.texts("needs_any", LONGEST_NAME);
        List<String> onFailureOf = json.texts("on_failure_of", LONGEST_NAME);
        Condition condition = condition(json, scope);
        boolean continueOnFailure = json.flag("continue_on_failure");
        Work work;
        if (json.has("approval") == json.has("task_type")) {
            json.wrong("task_type", "must be there, or an approval, but not both");
        }
        Members approval = json.object("approval");
        if (approval != null) {
            work = approval(approval);
        } else {
            FanOut fanOut = fanOut(json, scope);
            Scope own = fanOut == null ? scope : scope.with(Scope.ITEM);
            work = task(json, own, fanOut, compensation(json, own.with(Scope.RESULT), fanOut));
        }
        json.nothingElse();
        return new Step(name, needs, needsAny, onFailureOf, condition, work, continueOnFailure);
    }

    private Step onFailure(Members json) {
        String name = stepName(json);
        Scope scope = Scope.ofAll().with(Scope.FAILURE);
        Step step = Step.alone(name, condition(json, scope), task(json, scope, null, null));
        json.nothingElse();
        return step;
    }

    private String stepName(Members json) {
        String name = json.text("name", LONGEST_NAME);
        if (!name.isBlank() && !STEP_NAME.matcher(name).matches()) {
            json.wrong("name", "must match " + STEP_NAME);
        }
        return name;
    }

    private @Nullable Condition condition(Members json, Scope scope) {
        JsonNode condition = json.find("if");
        return condition == null
                ? null
                : new ConditionReader(violations, references, scope).read(condition, json.at("if"));
    }

    private @Nullable FanOut fanOut(Members json, Scope scope) {
        JsonNode items = json.find("for_each");
        Integer maxParallel = json.number("max_parallel", 1, MOST_PARALLEL);
        if (items == null) {
            if (maxParallel != null) {
                json.wrong("max_parallel", "is for a step with for_each");
            }
            return null;
        }
        if (items.isArray() ? items.size() > FanOut.MOST_ITEMS : !Reference.isReference(items)) {
            json.wrong("for_each", "must be a reference or an array, of at most %d items".formatted(FanOut.MOST_ITEMS));
        }
        return new FanOut(template(items, json.at("for_each"), scope), Objects.requireNonNullElse(maxParallel, 10));
    }

    private @Nullable TaskWork compensation(Members json, Scope scope, @Nullable FanOut fanOut) {
        Members compensation = json.object("compensate");
        if (compensation == null) {
            return null;
        }
        TaskWork work = task(compensation, scope, fanOut, null);
        compensation.nothingElse();
        return work;
    }

    private TaskWork task(Members json, Scope scope, @Nullable FanOut fanOut, @Nullable TaskWork compensation) {
        String type = json.text("task_type", LONGEST_NAME);
        if (!type.isBlank() && !Topics.isTaskType(type)) {
            json.wrong("task_type", "is not a known task type");
        }
        JsonNode parameters = json.value("parameters", Template.EMPTY.source());
        if (!parameters.isObject()) {
            json.wrong("parameters", "must be an object");
        }
        return new TaskWork(
                type,
                json.number("version", 1, Integer.MAX_VALUE),
                template(parameters, json.at("parameters"), scope),
                json.choice("priority", TaskPriority.class, TaskPriority.NORMAL),
                limits(json),
                retry(json),
                fanOut,
                compensation);
    }

    private static Limits limits(Members json) {
        Duration run = seconds(json, "run_timeout_seconds", 1, DAY_SECONDS);
        return new Limits(
                run == null ? Limits.DEFAULT.run() : run,
                seconds(json, "queue_timeout_seconds", 1, 30 * DAY_SECONDS),
                seconds(json, "total_timeout_seconds", 1, 30 * DAY_SECONDS));
    }

    private static Retry retry(Members json) {
        Members retry = json.object("retry");
        if (retry == null) {
            return Retry.DEFAULT;
        }
        Integer attempts = retry.number("max_attempts", 1, 10);
        Double first = retry.decimal("first_pause_seconds", HOUR_SECONDS);
        Double most = retry.decimal("max_pause_seconds", DAY_SECONDS);
        Retry read = Retry.of(attempts, first, most);
        if (!read.hasOrderedPauses()) {
            retry.wrong("max_pause_seconds", Retry.ORDERED_PAUSES);
        }
        retry.nothingElse();
        return read;
    }

    private static Approval approval(Members json) {
        List<String> by = addressees(json, "by");
        Duration timeout = seconds(json, "timeout_seconds", 1, YEAR_SECONDS);
        OnTimeout onTimeout = json.choice("on_timeout", OnTimeout.class, OnTimeout.REJECT);
        List<String> escalateTo = addressees(json, "escalate_to");
        if (timeout == null && json.has("on_timeout")) {
            json.wrong("on_timeout", "needs timeout_seconds");
        }
        if ((onTimeout == OnTimeout.ESCALATE) == escalateTo.isEmpty()) {
            json.wrong("escalate_to", "must name somebody if on_timeout is escalate, and nobody otherwise");
        }
        json.nothingElse();
        return new Approval(by, timeout, onTimeout, escalateTo);
    }

    private static List<String> addressees(Members json, String name) {
        List<String> addressees = json.texts(name, LONGEST_SUBJECT);
        for (int i = 0; i < addressees.size(); i++) {
            if (!Approver.isAddressee(addressees.get(i))) {
                json.wrong(name, "has a role that nobody can have: write role:user, role:admin, or a subject");
            }
        }
        return addressees;
    }

    private static @Nullable Duration seconds(Members json, String name, int least, int most) {
        Integer seconds = json.number(name, least, most);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private Template template(JsonNode json, String at, Scope scope) {
        references.add(json, at, scope);
        return new Template(json);
    }
}
