package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTest {

    private static final String PYPROJECT = """
            [project]
            name = "Demo_App"
            version = "0.1.0"
            license = "MIT"
            dependencies = ["requests==2.25.0", "PyYAML>=5.3,<5.4"]

            [project.optional-dependencies]
            cli = ["click>=8"]

            [dependency-groups]
            test = ["pytest==7.4.0"]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void requirementsIncludeOthersAndTakeVersionsFromConstraints() {
        // Given
        String main = """
                # what we need
                -r base/common.txt
                --constraint=pins.txt
                --index-url https://index.example/simple
                requests[security] == 2.25.0 ; python_version >= "3.6"  # pinned
                Flask_Login
                urllib3==1.26.4 \\
                    --hash=sha256:2f4da4594db7e1e110a944bb1b551fdf4e6c136ad42e4234131391e21eb5b0df
                git+https://git.example/x.git#egg=x
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(
                root,
                "requirements.txt",
                main,
                "base/common.txt",
                "",
                "base/common-requirements.txt",
                "",
                "pins-constraints.txt",
                ""));
        // Then
        assertThat(inventory.components())
                .extracting(Component::key)
                .containsExactly("pkg:pypi/flask-login", "pkg:pypi/requests@2.25.0", "pkg:pypi/urllib3@1.26.4");
        assertThat(Trees.component(inventory, "requests").location().line()).isEqualTo(5);
        assertThat(Trees.component(inventory, "urllib3").hashes()).containsOnlyKeys("SHA-256");
        assertThat(inventory.notes())
                .extracting(note -> note.text())
                .contains("Line 9 is an address or a folder and was left out");
    }

    @Test
    void includedFilesAreNoProjectsOfTheirOwn() {
        // When
        Inventory inventory = Inventory.of(Trees.of(
                root,
                "requirements.txt",
                "-r requirements/base.requirements.txt\n-c constraints.txt\nflask\n",
                "requirements/base.requirements.txt",
                "-r ../requirements.txt\njinja2==2.10\n",
                "constraints.txt",
                "flask==1.0\nunused==9\n"));
        // Then
        assertThat(inventory.components())
                .extracting(Component::key)
                .containsExactly("pkg:pypi/flask@1.0", "pkg:pypi/jinja2@2.10");
    }

    @Test
    void whatPipCompileSaysInCommentsIsWhatBringsAPackage() {
        // Given
        String compiled = """
                #    pip-compile requirements.in
                certifi==2020.12.5
                    # via requests
                idna==2.10  # via requests
                requests==2.25.0
                    # via
                    #   -r requirements.in
                    #   sphinx
                sphinx==3.0  # via -r requirements.in
                """;
        // When
        Inventory inventory =
                Inventory.of(Trees.of(root, "requirements.txt", compiled, "requirements.in", "requests\nsphinx\n"));
        // Then
        assertThat(inventory.projects()).hasSize(1);
        assertThat(Trees.component(inventory, "certifi").paths())
                .contains(List.of("requests@2.25.0", "certifi@2020.12.5"));
        assertThat(Trees.component(inventory, "certifi").direct()).isFalse();
        assertThat(Trees.component(inventory, "idna").direct()).isFalse();
        assertThat(Trees.component(inventory, "requests").direct()).isTrue();
        assertThat(Trees.component(inventory, "requests").graphKnown()).isTrue();
    }

    @Test
    void poetrysLockTellsWhatNeedsWhat() {
        // Given
        String lock = """
                [[package]]
                name = "requests"
                version = "2.25.0"
                optional = false
                files = [{file = "requests.whl", hash = "sha256:e786fa28d8c9154e6a4de5d46a1d921b8749f8b74e28bde23768e5e16eece998"}]

                [package.dependencies]
                urllib3 = {version = ">=1.21.1,<1.27", optional = false}

                [[package]]
                name = "urllib3"
                version = "1.26.4"
                optional = false

                [[package]]
                name = "PyYAML"
                version = "5.3.1"
                optional = false

                [[package]]
                name = "pytest"
                version = "7.4.0"
                optional = false
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "pyproject.toml", PYPROJECT, "poetry.lock", lock));
        // Then
        assertThat(inventory.projects().getFirst().name()).isEqualTo("demo-app");
        assertThat(Trees.component(inventory, "urllib3").paths())
                .containsExactly(List.of("requests@2.25.0", "urllib3@1.26.4"));
        assertThat(Trees.component(inventory, "pyyaml").key()).isEqualTo("pkg:pypi/pyyaml@5.3.1");
        assertThat(Trees.component(inventory, "pytest").scope()).isEqualTo(Scope.TEST);
        assertThat(Trees.component(inventory, "requests").hashes()).containsOnlyKeys("SHA-256");
        assertThat(inventory.notes()).isEmpty();
    }

    @Test
    void uvsLockTellsGroupsToo() {
        // Given
        String lock = """
                version = 1
                [[package]]
                name = "demo-app"
                version = "0.1.0"
                source = { virtual = "." }
                dependencies = [{ name = "requests" }, { name = "pyyaml" }]
                [package.dev-dependencies]
                test = [{ name = "pytest" }]

                [[package]]
                name = "requests"
                version = "2.25.0"
                source = { registry = "https://index.example/simple" }
                dependencies = [{ name = "urllib3" }]

                [[package]]
                name = "urllib3"
                version = "1.26.4"
                source = { registry = "https://index.example/simple" }

                [[package]]
                name = "pyyaml"
                version = "5.3.1"
                source = { registry = "https://index.example/simple" }

                [[package]]
                name = "pytest"
                version = "7.4.0"
                source = { registry = "https://index.example/simple" }
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "uv.lock", lock));
        // Then
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope() + " " + one.direct()))
                .containsExactly(
                        "pytest@7.4.0 test true",
                        "pyyaml@5.3.1 runtime true",
                        "requests@2.25.0 runtime true",
                        "urllib3@1.26.4 runtime false");
    }

    @Test
    void pipenvAndSetupCfg() {
        // Given
        String lock = """
                {"default": {"requests": {"version": "==2.25.0", "hashes": ["sha256:00", "sha256:01"]}},
                 "develop": {"pytest": {"version": "==7.4.0"}}}""";
        String setup = """
                [options]
                install_requires =
                    six==1.15.0
                    attrs>=20
                [options.extras_require]
                docs = sphinx==3.0
                """;
        // When
        Inventory inventory = Inventory.of(
                Trees.of(root, "Pipfile", "[packages]\nrequests = \"*\"\n", "Pipfile.lock", lock, "setup.cfg", setup));
        // Then
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope()))
                .containsExactly(
                        "attrs runtime",
                        "pytest@7.4.0 dev",
                        "requests@2.25.0 runtime",
                        "six@1.15.0 runtime",
                        "sphinx@3.0 optional");
    }
}
