package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenTest {

    private static final String PARENT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <groupId>org.shop</groupId><artifactId>parent</artifactId><version>1.0</version><packaging>pom</packaging>
              <properties><log4j.version>2.14.1</log4j.version><alias>${log4j.version}</alias></properties>
              <licenses><license><name>Apache License, Version 2.0</name></license></licenses>
              <dependencyManagement><dependencies>
                <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>${alias}</version></dependency>
                <dependency><groupId>org.shop</groupId><artifactId>bom</artifactId><version>${project.version}</version><type>pom</type><scope>import</scope></dependency>
                <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.12</version><scope>test</scope></dependency>
              </dependencies></dependencyManagement>
            </project>
            """;

    private static final String BOM = """
            <project>
              <groupId>org.shop</groupId><artifactId>bom</artifactId><version>1.0</version>
              <properties><jackson>2.9.8</jackson></properties>
              <dependencyManagement><dependencies>
                <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>${jackson}</version></dependency>
              </dependencies></dependencyManagement>
            </project>
            """;

    private static final String CHILD = """
            <project>
              <parent><groupId>org.shop</groupId><artifactId>parent</artifactId><version>1.0</version></parent>
              <artifactId>app</artifactId>
              <dependencies>
                <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId></dependency>
                <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId></dependency>
                <dependency><groupId>junit</groupId><artifactId>junit</artifactId></dependency>
                <dependency><groupId>org.elsewhere</groupId><artifactId>managed</artifactId></dependency>
                <dependency><groupId>${project.groupId}</groupId><artifactId>bom</artifactId><version>1.0</version></dependency>
                <dependency><groupId>javax.servlet</groupId><artifactId>servlet-api</artifactId><version>[2.5,3)</version><scope>provided</scope></dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void versionsComeFromPropertiesParentsAndBomsOfTheTree() {
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "pom.xml", PARENT, "bom/pom.xml", BOM, "app/pom.xml", CHILD));
        // Then
        assertThat(inventory.components().stream().map(one -> one.key() + " " + one.scope()))
                .containsExactly(
                        "pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.9.8 runtime",
                        "pkg:maven/javax.servlet/servlet-api optional",
                        "pkg:maven/junit/junit@4.12 test",
                        "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 runtime",
                        "pkg:maven/org.elsewhere/managed runtime");
        assertThat(Trees.component(inventory, "junit:junit").location().line()).isEqualTo(7);
        assertThat(inventory.projects())
                .filteredOn(project -> project.path().equals("app/pom.xml"))
                .allSatisfy(project -> {
                    assertThat(project.name()).isEqualTo("org.shop:app");
                    assertThat(project.version()).isEqualTo("1.0");
                    assertThat(project.licence()).isEqualTo("Apache License, Version 2.0");
                });
        assertThat(inventory.notes()).anySatisfy(note -> assertThat(note.text())
                .startsWith("The versions of 2 of its dependencies are not in the tree"));
    }

    @Test
    void profilesHavePropertiesOfTheirOwnAndTestMaterialIsForTests() {
        // Given
        String pom = """
                <project><groupId>g</groupId><artifactId>a</artifactId><profiles><profile>
                  <properties><v>1.2</v></properties>
                  <dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId><version>${v}</version></dependency></dependencies>
                </profile></profiles></project>
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "src/test/resources/pom.xml", pom));
        // Then
        assertThat(inventory.components()).extracting(Component::label).containsExactly("x:y@1.2");
        assertThat(inventory.components()).extracting(Component::scope).containsExactly(Scope.TEST);
    }

    @Test
    void circlesOfParentsAndPropertiesEnd() {
        // Given
        String pom = """
                <project>
                  <parent><groupId>g</groupId><artifactId>%s</artifactId><version>1</version><relativePath>../%s</relativePath></parent>
                  <groupId>g</groupId><artifactId>%s</artifactId>
                  <properties><a>${b}</a><b>${a}</b><grow>${grow}${grow}</grow><two>${a}${a}</two></properties>
                  <dependencies>
                    <dependency><groupId>x</groupId><artifactId>y</artifactId><version>${a}</version></dependency>
                    <dependency><groupId>x</groupId><artifactId>z</artifactId><version>${grow}</version></dependency>
                    <dependency><groupId>x</groupId><artifactId>u</artifactId><version>1${two}</version></dependency>
                  </dependencies>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>g</groupId><artifactId>%s</artifactId><version>1</version><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                </project>
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(
                root,
                "one/pom.xml",
                pom.formatted("two", "two", "one", "two"),
                "two/pom.xml",
                pom.formatted("one", "one", "two", "one")));
        // Then
        assertThat(inventory.components()).hasSize(3).allMatch(component -> component.version() == null);
        assertThat(inventory.notes())
                .extracting(note -> note.text())
                .contains("Has itself among its parents, or too many of them");
    }
}
