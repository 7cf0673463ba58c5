package io.ymera.auth;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ymera.testkit.AccessRules;

@AnalyzeClasses(packages = "io.ymera.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests WHO_MAY_IS_SAID = ArchTests.in(AccessRules.class);

    @ArchTest
    static final ArchRule NO_PLAIN_ROUTES = AccessRules.plainRoutesOnlyIn();

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.ymera.auth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_REPOSITORY_IS_KNOWN_TO_ITS_FEATURE_ALONE =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    @ArchTest
    static final ArchRule PASSWORDS_KNOW_NOBODY = noClasses()
            .that(resideInAPackage("..password.."))
            .should()
            .dependOnClassesThat(resideInAPackage("..(user|token|login).."));
}
