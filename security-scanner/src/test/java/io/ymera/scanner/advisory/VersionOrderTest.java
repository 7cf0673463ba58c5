package io.ymera.scanner.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.dependency.Ecosystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {

    @Test
    void ordersAsSemanticVersioningsExample() {
        assertOrder(
                Ecosystem.NPM,
                List.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.2.0",
                        "1.10.0",
                        "2.0.0"));
    }

    @Test
    void ordersPseudoVersionsOfGoByTheirTime() {
        // Given: before v1, after a pre-release, after a release
        assertOrder(
                Ecosystem.GO,
                List.of(
                        "v0.0.0-20170915032832-14c0d48ead0c",
                        "v0.0.0-20191109021931-daa7c04131f5",
                        "v0.1.0",
                        "v1.2.3-pre",
                        "v1.2.3-pre.0.20200101000000-abcdefabcdef",
                        "v1.2.3",
                        "v1.2.4-0.20200101000000-abcdefabcdef",
                        "v1.2.4",
                        "v2.0.0+incompatible",
                        "v3.0.0"));
    }

    @Test
    void ordersAsMaven() {
        assertOrder(
                Ecosystem.MAVEN,
                List.of(
                        "1-alpha-1",
                        "1-beta",
                        "1-milestone-1",
                        "1-rc1",
                        "1-SNAPSHOT",
                        "1",
                        "1-sp",
                        "1.0.1",
                        "1.1",
                        "1.10",
                        "2.0-beta9",
                        "2.0-rc1",
                        "2.0",
                        "29.0-android",
                        "29.0-jre"));
    }

    @ParameterizedTest
    @CsvSource({
        "GO, v1.2.3, 1.2.3",
        "GO, v2.0.0+incompatible, 2.0.0",
        "NPM, 1.0.0+build, 1.0.0",
        "MAVEN, 1.0, 1",
        "MAVEN, 1.0.Final, 1.0",
        "PYPI, 1.0.0, 1",
        "CRATES, 0.7.1+5.3.1-0-gabc, 0.7.1"
    })
    void someAreTheSame(Ecosystem ecosystem, String one, String other) {
        assertThat(new VersionOrder(ecosystem).compare(one, other)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"NPM, latest", "GO, master", "PYPI, trunk", "CRATES, 1.2.3.4", "NPM, 1..2"})
    void whatIsNoVersionHasNoPlace(Ecosystem ecosystem, String text) {
        assertThat(new VersionOrder(ecosystem).compare(text, "1.0.0")).isEmpty();
    }

    private static void assertOrder(Ecosystem ecosystem, List<String> ordered) {
        VersionOrder order = new VersionOrder(ecosystem);
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.sort((one, other) -> order.compare(one, other).orElseThrow());
        assertThat(shuffled).containsExactlyElementsOf(ordered);
    }
}
