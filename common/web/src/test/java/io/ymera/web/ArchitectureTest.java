package io.ymera.web;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ymera.testkit.AccessRules;

@AnalyzeClasses(packages = "io.ymera.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests ACCESS = ArchTests.in(AccessRules.class);

    @ArchTest
    static final ArchRule PLAIN_ROUTES_ARE_FEW =
            AccessRules.plainRoutesOnlyIn("io.ymera.web.problem.ProblemRoutes", "io.ymera.web.trace.TraceFilter");
}
