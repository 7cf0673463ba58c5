package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoAndCargoTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void goModulesAreDirectOrIndirectAndReplaced() {
        // Given
        String mod = """
                module example.org/shop

                go 1.21

                require (
                	golang.org/x/text v0.3.6
                	github.com/old/thing v1.0.0 // indirect
                	github.com/gone/away v1.2.0
                	example.org/near v0.0.0
                )
                require github.com/dgrijalva/jwt-go v3.2.0+incompatible // for tokens

                replace github.com/gone/away => github.com/kept/here v1.3.0
                replace example.org/near => ../near
                exclude github.com/old/thing v0.9.0
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "go.mod", mod));
        // Then
        assertThat(inventory.components().stream().map(one -> one.key() + " " + one.direct()))
                .containsExactly(
                        "pkg:golang/github.com/dgrijalva/jwt-go@v3.2.0%2Bincompatible true",
                        "pkg:golang/github.com/kept/here@v1.3.0 true",
                        "pkg:golang/github.com/old/thing@v1.0.0 false",
                        "pkg:golang/golang.org/x/text@v0.3.6 true");
        assertThat(inventory.projects().getFirst().name()).isEqualTo("example.org/shop");
    }

    @Test
    void cratesAreFoundFromTheirWorkspace() {
        // Given
        String workspace = """
                [workspace]
                members = ["app"]
                [workspace.package]
                version = "0.2.0"
                license = "MIT OR Apache-2.0"
                [workspace.dependencies]
                time = { version = "=0.1.42" }
                """;
        String app = """
                [package]
                name = "app"
                version.workspace = true
                license.workspace = true
                [dependencies]
                time = { workspace = true }
                serde-alias = { package = "serde", version = "1", optional = true }
                [dev-dependencies]
                rand = "0.8"
                """;
        String lock = """
                version = 3
                [[package]]
                name = "app"
                version = "0.2.0"
                dependencies = ["rand 0.8.5", "serde", "time"]
                [[package]]
                name = "libc"
                version = "0.2.100"
                source = "registry+https://index.example/"
                checksum = "a1fa8cddc8fbbee11227ef194b5317ed014b8acbf15139bd716a18ad3fe99ec5"
                [[package]]
                name = "rand"
                version = "0.7.3"
                source = "registry+https://index.example/"
                [[package]]
                name = "rand"
                version = "0.8.5"
                source = "registry+https://index.example/"
                dependencies = ["libc"]
                [[package]]
                name = "serde"
                version = "1.0.126"
                source = "registry+https://index.example/"
                [[package]]
                name = "time"
                version = "0.1.42"
                source = "registry+https://index.example/"
                dependencies = ["libc", "rand 0.7.3"]
                """;
        // When
        Inventory inventory =
                Inventory.of(Trees.of(root, "Cargo.toml", workspace, "app/Cargo.toml", app, "Cargo.lock", lock));
        // Then
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope() + " " + one.direct()))
                .containsExactly(
                        "libc@0.2.100 runtime false",
                        "rand@0.7.3 runtime false",
                        "rand@0.8.5 test true",
                        "serde@1.0.126 optional true",
                        "time@0.1.42 runtime true");
        Component libc = Trees.component(inventory, "libc");
        assertThat(libc.paths()).contains(List.of("time@0.1.42", "libc@0.2.100"));
        assertThat(libc.hashes()).containsKey("SHA-256");
        assertThat(inventory.notes()).isEmpty();
    }
}
