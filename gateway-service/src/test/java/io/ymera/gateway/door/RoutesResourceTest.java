package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.limit.Limits;
import io.ymera.gateway.upstream.Services;
import io.ymera.web.startup.ConfigError;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with ROUTES_FILE is found at start, and said to be there. */
@QuarkusTest
class RoutesResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Services services;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Limits limits;

    private final Path file = newFile();

    private static Path newFile() {
        try {
            return Files.createTempFile("routes", ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    void whatWeBringIsFine() {
        assertThat(new Routes(new TestDoor(Optional.empty()), services, limits).check())
                .isEmpty();
    }

    @Test
    void aFileTakesItsPlace() throws IOException {
        Routes routes = routes("manager: {/b: {GET: users}}");

        assertThat(routes.check()).isEmpty();
        assertThat(routes.table().routes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            manager: {/b: {GET: user}}              | manager, /b: GET is one of
            nobody: {/b: {GET: users}}              | /b is of the service nobody, which has no targets; there are [auth, manager
            manager: {/b: {GET: users, limit: x}}   | /b has the limit x, which is not configured; there are
            a: [                                    | it is not YAML
            """)
    void whatIsWrongIsNamed(String text, String error) throws IOException {
        assertThat(routes(text).check()).singleElement().satisfies(found -> {
            assertThat(found.property()).isEqualTo("ROUTES_FILE");
            assertThat(found.value()).isEqualTo(file.toString());
            assertThat(found.allowed()).contains(error);
        });
    }

    @Test
    void aFileThatCantBeReadIsNamed() throws IOException {
        Files.delete(file);
        List<ConfigError> missing = new Routes(new TestDoor(Optional.of(file)), services, limits).check();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        List<ConfigError> binary = new Routes(new TestDoor(Optional.of(file)), services, limits).check();

        assertThat(missing).singleElement().satisfies(found -> assertThat(found.allowed())
                .startsWith("a file that can be read"));
        assertThat(binary).singleElement().satisfies(found -> assertThat(found.allowed())
                .startsWith("a file that can be read"));
    }

    private Routes routes(String text) throws IOException {
        Files.writeString(file, text);
        return new Routes(new TestDoor(Optional.of(file)), services, limits);
    }
}
