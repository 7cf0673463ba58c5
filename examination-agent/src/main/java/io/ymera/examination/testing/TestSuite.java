package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Language;

/**
 * The tests of one language of a code base.
 *
 * @param language the language
 * @param framework what ran them, for example {@code pytest}
 * @param runtime what they ran on, with its version
 * @param build what came of building them
 * @param verdict what they come to
 * @param totals counts of them
 */
@RegisterForReflection
public record TestSuite(
        Language language, String framework, String runtime, Build build, Verdict verdict, Totals totals) {}
