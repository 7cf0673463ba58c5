package io.ymera.codebase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ymera.codebase", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatIsSubmittedRunsInTheSandboxOnly = noClasses()
            .that()
            .doNotHaveSimpleName("Interpreters")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Runtime.class)
            .because("only the search for a Python, before anything is submitted, starts processes of its own");

    @ArchTest
    static final ArchRule noServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ymera.examination..", "io.ymera.security..");
}
