package io.ymera.scanner.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.dependency.Scope;
import io.ymera.scanner.dependency.Trees;
import io.ymera.scanner.finding.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceUsesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CALLED | import yaml; x = 1;;x = yaml.load(data)",
                "CALLED | import os, yaml as y;;y.load (data)",
                "CALLED | from yaml import safe_load, load as read;;read(data)",
                "IMPORTED | from yaml import safe_load, load;;x = [load]",
                "UNCALLED | import yaml;;yaml.safe_load(data)",
                "ABSENT | import json;;json.load(data)",
                "ABSENT | # import yaml;;import yamlish",
                "UNKNOWN | import importlib;;importlib.import_module(name)",
                "UNCALLED | importlib.import_module('yaml')"
            })
    void python(Uses.State expected, String lines) {
        assertThat(ask(Ecosystem.PYPI, "pyyaml", "app.py", lines, new Advisory.Symbols("yaml", List.of("load"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CALLED | import \"golang.org/x/text/language\";;language.Parse(s)",
                "CALLED | import (;;\tlang \"golang.org/x/text/language\";;);;lang.Parse(s)",
                "CALLED | import . \"golang.org/x/text/language\";;Parse(s)",
                "IMPORTED | import \"golang.org/x/text/language\";;f := language.Parse",
                "UNCALLED | import \"golang.org/x/text/language\";;language.Make(s)",
                "ABSENT | import \"golang.org/x/text/unicode\";;language.Compose(s)",
                "IMPORTED | import \"golang.org/x/text/language\";;tag.Canonicalize(x)"
            })
    void go(Uses.State expected, String lines) {
        assertThat(ask(
                        Ecosystem.GO,
                        "golang.org/x/text",
                        "main.go",
                        lines,
                        new Advisory.Symbols("golang.org/x/text/language", List.of("Parse", "Tag.Canonicalize"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CALLED | const _ = require('lodash');;_.template(x)",
                "CALLED | import lodash from \"lodash\";;lodash.template(x)",
                "IMPORTED | import { template } from 'lodash';;use(template)",
                "UNCALLED | import map from 'lodash/map';;map(x)",
                "ABSENT | import x from 'lodash-es';;x()",
                "UNKNOWN | const x = require(name)"
            })
    void javascript(Uses.State expected, String lines) {
        assertThat(ask(Ecosystem.NPM, "lodash", "app.ts", lines, new Advisory.Symbols("lodash", List.of("template"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CALLED | import org.yaml.snakeyaml.Yaml;;new Yaml().load(x); Yaml.load(y);",
                "IMPORTED | import org.yaml.snakeyaml.*;;yaml.load(x);",
                "UNCALLED | import org.yaml.snakeyaml.Yaml;;yaml.dump(x);",
                "ABSENT | import org.other.Yaml2;"
            })
    void java(Uses.State expected, String lines) {
        assertThat(ask(
                        Ecosystem.MAVEN,
                        "org.yaml:snakeyaml",
                        "A.java",
                        lines,
                        new Advisory.Symbols("org.yaml.snakeyaml.Yaml", List.of("load"))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsVendoredIsLookedAtTooButNotTheComponentItself() {
        // Given
        Advisory.Symbols symbols = new Advisory.Symbols("golang.org/x/text/language", List.of("Parse"));
        SourceUses uses = new SourceUses(Trees.of(
                root,
                "main.go",
                "package main",
                "vendor/modules.txt",
                "",
                "vendor/golang.org/x/text/language/a.go",
                "import \"golang.org/x/text/language\"\nlanguage.Parse(s)\n",
                "vendor/other/b.go",
                "package b"));
        // When
        Uses.Use use = uses.of(component(Ecosystem.GO, "golang.org/x/text"), List.of(symbols));
        // Then
        assertThat(use.state()).isEqualTo(Uses.State.ABSENT);
        assertThat(use.whole()).isTrue();
    }

    @Test
    void withoutSourcesNothingIsKnown() {
        SourceUses uses = new SourceUses(Trees.of(root, "readme.md", "x"));
        assertThat(uses.of(component(Ecosystem.GO, "x"), List.of(new Advisory.Symbols("x", List.of())))
                        .state())
                .isEqualTo(Uses.State.UNKNOWN);
    }

    private Uses.State ask(Ecosystem ecosystem, String name, String file, String lines, Advisory.Symbols symbols) {
        SourceUses uses = new SourceUses(Trees.of(root, file, lines.replace(";;", "\n")));
        return uses.of(component(ecosystem, name), List.of(symbols)).state();
    }

    private static Component component(Ecosystem ecosystem, String name) {
        return new Component(
                ecosystem,
                name,
                "1.0.0",
                "",
                Scope.RUNTIME,
                true,
                List.of(),
                List.of(),
                Map.of(),
                List.of(Location.line("x", 1)),
                List.of(),
                true);
    }
}
