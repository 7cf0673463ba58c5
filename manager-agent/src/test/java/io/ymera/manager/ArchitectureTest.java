package io.ymera.manager;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ymera.testkit.AccessRules;

@AnalyzeClasses(packages = "io.ymera.manager", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests whoMayIsSaid = ArchTests.in(AccessRules.class);

    @ArchTest
    static final ArchRule noPlainRoutes = AccessRules.plainRoutesOnlyIn();

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("io.ymera.manager.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aFeatureIsReachedThroughItsService = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .bePackagePrivate();
}
