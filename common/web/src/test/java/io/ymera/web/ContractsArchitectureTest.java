package io.ymera.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ymera", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.ymera.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "io.ymera.web..");

    @ArchTest
    static final ArchRule COMMON_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("io.ymera.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ymera.auth..", "io.ymera.gateway..", "io.ymera.manager..");
}
