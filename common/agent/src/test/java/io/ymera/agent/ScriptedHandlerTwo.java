package io.ymera.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The next version of a capability, with other parameters and results than the one before. */
@Capability(value = "scripted", version = 2, description = "Says what it is told to say")
final class ScriptedHandlerTwo implements TaskHandler<ScriptedHandlerTwo.Line, ScriptedHandlerTwo.Spoken> {

    @RegisterForReflection
    record Line(String line) {}

    @RegisterForReflection
    record Spoken(String spoken) {}

    @Override
    public Spoken handle(Line line, TaskContext context) {
        return new Spoken(line.line());
    }
}
