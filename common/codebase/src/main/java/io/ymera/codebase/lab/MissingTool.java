package io.ymera.codebase.lab;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something that could not be examined because a tool is not there. It is never counted as nothing found.
 *
 * @param tool its name
 * @param neededFor what was left out, for people
 * @param howToGet what an operator can do
 */
@RegisterForReflection
public record MissingTool(String tool, String neededFor, String howToGet) {}
