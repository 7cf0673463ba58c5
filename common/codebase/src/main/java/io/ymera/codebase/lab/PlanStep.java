package io.ymera.codebase.lab;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that is done to a code base.
 *
 * @param does what, for people, for example {@code run the tests with pytest}
 * @param tool the program
 * @param version the program's version
 * @param why what in the code base, or in the request, led to it
 */
@RegisterForReflection
public record PlanStep(String does, String tool, String version, String why) {}
