package io.ymera.scanner.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What its path says of a file.
 *
 * @param form how values are written in it
 * @param test whether it is there to test or to explain, so that its secrets are mostly made up
 */
record Place(Form form, boolean test) {

    /** How values are written. */
    enum Form {
        /** In quotes. */
        CODE,
        /** With or without quotes, up to the end of the line. */
        SETTINGS,
        /** As settings, and as an argument behind a blank. */
        SHELL,
        /** In elements and attributes. */
        MARKUP,
        /** In quotes; much else is text. */
        PROSE,
        /** No names, only what machines wrote: hashes of packages, translations, maps of sources. */
        MADE
    }

    private static final Set<String> SETTINGS_ENDS = Words.set("""
            env properties ini cfg conf cnf config yaml yml toml tfvars npmrc pypirc netrc envrc secrets
            credentials editorconfig
            """);
    private static final Set<String> SHELL_ENDS = Words.set("""
            sh bash zsh ksh bat cmd ps1 dockerfile containerfile
            """);
    private static final Set<String> MARKUP_ENDS = Words.set("""
            xml html htm xhtml jsp vue svelte csproj plist xaml
            """);
    private static final Set<String> PROSE_ENDS = Words.set("""
            md markdown rst adoc asciidoc txt mdx ipynb tex log
            """);
    private static final Set<String> MADE_ENDS = Words.set("""
            map lock sum svg po pot snap csv tsv lockb pbxproj
            """);
    private static final Set<String> MADE_NAMES = Words.set("""
            package-lock.json npm-shrinkwrap.json pnpm-lock.yaml yarn.lock go.sum cargo.lock poetry.lock
            gemfile.lock composer.lock gradle.lockfile verification-metadata.xml pipfile.lock packages.lock.json
            uv.lock .secrets.baseline
            """);
    private static final Set<String> TEST_FOLDERS = Words.set("""
            test tests __tests__ testing spec specs testdata test-data fixtures fixture __fixtures__ mocks mock
            __mocks__ e2e e2e-tests examples example sample samples demo demos doc docs it testkit test-fixtures
            integration-tests benchmarks bench androidtest cypress playwright
            """);
    private static final List<String> TEST_NAMES = Words.list("""
            test. tests. _test. .test. .spec. _spec. testcase. it.java .example .sample .template .dist
            -example. -sample. example. .tmpl .tpl
            """);

    /** That of a path with {@code /}. */
    static Place of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        Form form = form(name);
        return new Place(form, form == Form.PROSE || test(path, lower, name));
    }

    private static boolean test(String path, String lower, String name) {
        for (String folder : lower.split("/", -1)) {
            if (!folder.equals(name) && TEST_FOLDERS.contains(folder)) {
                return true;
            }
        }
        return name.startsWith("test_")
                || name.startsWith("conftest.")
                || path.endsWith("Test.java")
                || TEST_NAMES.stream().anyMatch(name::contains);
    }

    private static Form form(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        if (MADE_NAMES.contains(name) || MADE_ENDS.contains(end) || name.contains(".min.")) {
            return Form.MADE;
        }
        if (name.startsWith(".env") || SETTINGS_ENDS.contains(end)) {
            return Form.SETTINGS;
        }
        if (SHELL_ENDS.contains(end) || name.startsWith("dockerfile") || name.startsWith("containerfile")) {
            return Form.SHELL;
        }
        if (MARKUP_ENDS.contains(end)) {
            return Form.MARKUP;
        }
        boolean prose = PROSE_ENDS.contains(end)
                || name.startsWith("readme")
                || name.startsWith("changelog")
                || name.equals("pkg-info")
                || name.equals("metadata")
                || name.startsWith("license");
        return prose ? Form.PROSE : Form.CODE;
    }
}
