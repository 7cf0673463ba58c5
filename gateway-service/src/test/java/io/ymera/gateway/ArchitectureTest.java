package io.ymera.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ymera.testkit.AccessRules;

@AnalyzeClasses(packages = "io.ymera.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests WHO_MAY_IS_SAID = ArchTests.in(AccessRules.class);

    /** The door answers by the route table, which has a rule for each route, and what it answers itself is for anyone. */
    @ArchTest
    static final ArchRule NO_OTHER_ROUTES = AccessRules.plainRoutesOnlyIn("io.ymera.gateway.door.DoorVerticle");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.ymera.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..route..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..");

    @ArchTest
    static final ArchRule NOTHING_IS_KEPT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.ymera.persistence..");

    /** It is run by the build, and uses the compiler. */
    @ArchTest
    static final ArchRule ONLY_THE_BUILD_BUILDS = noClasses()
            .that()
            .resideOutsideOfPackage("..apidocs.build..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..apidocs.build..", "com.sun.source..");
}
