package io.ymera.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/tasks, /tasks",
        "/tasks?limit=1&cursor=%2F..%2f, /tasks",
        "/.well-known/jwks.json, /.well-known/jwks.json",
        "/agents/a.b-c_d~e:1@x+y, /agents/a.b-c_d~e:1@x+y",
        "/tasks/, /tasks/",
        "/, /",
        "/tasks/..., /tasks/..."
    })
    void takesAPlainPath(String target, String path) {
        assertThat(RequestPath.of(target)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "tasks",
                "http://elsewhere/tasks",
                "//tasks",
                "/tasks//7",
                "/..",
                "/tasks/../agents",
                "/tasks/..",
                "/./tasks",
                "/tasks/.",
                "/tasks/%2e%2e/agents",
                "/tasks/%2E%2E/agents",
                "/tasks/..%2fagents",
                "/tasks%2f7",
                "/tasks%5c7",
                "/tasks%00",
                "/tasks/%252e%252e/agents",
                "/tasks/%c0%ae%c0%ae/agents",
                "/%74asks",
                "/tasks;a=b",
                "/tasks;/../agents",
                "/tasks/..;/agents",
                "/tasks\\7",
                "/tasks\\..\\agents",
                "/tasks/7#fragment",
                "/tasks/\u00e4",
                "/tasks/a b",
                "/tasks\u0000",
                "/tasks\n",
                "/tasks\r\nX: y"
            })
    void refusesWhatServersReadDifferently(String target) {
        assertThat(RequestPath.of(target)).isEmpty();
    }

    @Test
    void refusesALongPathQuickly() {
        assertThat(RequestPath.of("/a".repeat(100_000))).isEmpty();
    }
}
