package io.ymera.examination;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ymera.testkit.AccessRules;

@AnalyzeClasses(packages = "io.ymera.examination", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** With it, nothing here accepts a token, so no token can be accepted wrongly. */
    @ArchTest
    static final ArchRule nothingButHealthAndMetricsAnswers = noClasses()
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Path")
            .orShould()
            .beAnnotatedWith("io.quarkus.websockets.next.WebSocket");

    @ArchTest
    static final ArchRule noPlainRoutes = AccessRules.plainRoutesOnlyIn();

    @ArchTest
    static final ArchRule whatIsSubmittedRunsInTheSandboxOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Runtime.class);
}
