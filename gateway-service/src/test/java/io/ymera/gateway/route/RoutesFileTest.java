package io.ymera.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.gateway.route.RouteTable.Match;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesFileTest {

    @Test
    void everySettingIsRead() {
        RouteTable table = RoutesFile.parse("""
                files:
                  /files/{id}:
                    PUT: users
                    limit: uploads
                    delivery: stream
                    timeout: 10m
                    body-limit: 1G
                    cookies: true
                    versioned: false
                """);

        assertThat(table.routes())
                .containsExactly(new Route(
                        "PUT",
                        PathTemplate.parse("/files/{id}"),
                        false,
                        Access.USERS,
                        "files",
                        "uploads",
                        Delivery.STREAM,
                        Duration.ofMinutes(10),
                        1L << 30,
                        true));
    }

    @Test
    void whatIsNotSetIsUsual() {
        RouteTable table = RoutesFile.parse("a: {/b: {GET: users}}");

        assertThat(table.routes())
                .containsExactly(new Route(
                        "GET",
                        PathTemplate.parse("/b"),
                        true,
                        Access.USERS,
                        "a",
                        "default",
                        Delivery.ANSWER,
                        null,
                        null,
                        false));
    }

    @Test
    void theRestOfAPathTakesAllThatNothingElseDoes() {
        RouteTable table = RoutesFile.parse("a: {/b/**: {GET: users}, /b/c: {GET: admins}}");

        assertThat(access(table, "/b/c")).isEqualTo(Access.ADMINS);
        assertThat(access(table, "/b/c/d")).isEqualTo(Access.USERS);
        assertThat(table.find("GET", "/b")).isInstanceOf(Match.Nothing.class);
    }

    private static Access access(RouteTable table, String path) {
        return ((Match.Found) table.find("GET", path)).route().access();
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "2h, PT2H"})
    void times(String said, Duration meant) {
        assertThat(RoutesFile.parse("a: {/b: {GET: users, timeout: %s}}".formatted(said))
                        .routes()
                        .getFirst()
                        .timeout())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "500K, 512000", "10M, 10485760", "2G, 2147483648"})
    void sizes(String said, long meant) {
        assertThat(RoutesFile.parse("a: {/b: {GET: users, body-limit: %s}}".formatted(said))
                        .routes()
                        .getFirst()
                        .bodyLimit())
                .isEqualTo(meant);
    }

    /** An error says where it is and what would be right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: {/b: {GET: user}}                       | a, /b: GET is one of admins, anyone, services, services-and-admins, users, not "user"
            a: {/b: {GET: }}                           | a, /b: GET is one of admins, anyone, services, services-and-admins, users, not null
            a: {/b: {GET: [users]}}                    | a, /b: GET is one of
            a: {/b: {get: users}}                      | a, /b: 'get' is neither a method (DELETE, GET, PATCH, POST, PUT) nor a setting (body-limit, cookies, delivery, limit, timeout, versioned)
            a: {/b: {HEAD: users}}                     | a, /b: 'HEAD' is neither
            a: {/b: {GET: users, timeouts: 1s}}        | a, /b: 'timeouts' is neither
            a: {/b: {limit: x}}                        | a, /b: no method is allowed
            a: {/b: users}                             | a, /b: say who may do what, such as {GET: users}
            a: {/b: {GET: users, timeout: 1}}          | a, /b: timeout is a time such as 500ms, 30s, 10m or 1h, not 1
            a: {/b: {GET: users, timeout: 0s}}         | a, /b: timeout is a time
            a: {/b: {GET: users, timeout: 9999999h}}   | a, /b: timeout is a time
            a: {/b: {GET: users, timeout: -1s}}        | a, /b: timeout is a time
            a: {/b: {GET: users, timeout: }}           | a, /b: timeout is one value, not null
            a: {/b: {GET: users, body-limit: 1T}}      | a, /b: body-limit is a size such as 500K, 10M or 1G, not 1T
            a: {/b: {GET: users, body-limit: 0}}       | a, /b: body-limit is a size
            a: {/b: {GET: users, body-limit: 1e9}}     | a, /b: body-limit is a size
            a: {/b: {GET: users, cookies: yes please}} | a, /b: cookies is true or false, not "yes please"
            a: {/b: {GET: users, versioned: 1}}        | a, /b: versioned is true or false, not 1
            a: {/b: {GET: users, delivery: fast}}      | a, /b: delivery is one of answer, stream, web-socket, not "fast"
            a: {/b: {GET: users, limit: {x: y}}}       | a, /b: limit is one value
            a: {/b: {POST: users, delivery: web-socket}} | a, /b: A WebSocket begins with GET
            a: {/b: {GET: anyone, delivery: stream}}   | a, /b: What goes on for long ends with a right
            a: {b: {GET: users}}                       | a, b: A path begins with /
            a: {/b/../c: {GET: users}}                 | a, /b/../c: A path
            a: {/b/%2e: {GET: users}}                  | a, /b/%2e: A path
            a: {/**/b: {GET: users}}                   | a, /**/b: ** can only be a path's last part
            A: {/b: {GET: users}}                      | A: a service has a name of lower-case letters
            a: [/b]                                    | a: a service has a name of lower-case letters, digits and hyphens, and a map of paths
            a: {'/b/{id}': {GET: users}, '/b/{x}': {GET: users}} | GET /b/{x} is there twice
            a: {/b: {GET: users}, /b: {PUT: users}}    | it is not YAML
            """)
    void whatIsWrongIsNamed(String text, String error) {
        assertThatThrownBy(() -> RoutesFile.parse(text))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageContaining(error);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> RoutesFile.parse("a: {/b: {GET: x}, /c: {GET: y}, d: {GET: users}}"))
                .hasMessageContaining("a, /b: ")
                .hasMessageContaining("a, /c: ")
                .hasMessageContaining("a, d: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# nothing", "[]", "{}", "7", "text", "~", "- a\n- b", "--- ~"})
    void whatIsNoMapIsNamed(String text) {
        assertThatThrownBy(() -> RoutesFile.parse(text))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageContaining("it has to be a map of services, each with its paths");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileFilesAreRefused(String text) {
        assertThatThrownBy(() -> RoutesFile.parse(text)).isInstanceOf(InvalidRoutesException.class);
    }

    static List<String> hostile() {
        StringBuilder laughs = new StringBuilder("a0: &a0 {/b: {GET: users}}\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return List.of(
                laughs.toString(),
                "a: {/b: &who {GET: users}, /c: *who}",
                "a: {/b: {GET: &who users}, /c: {GET: *who}}",
                "a: {/b: {GET: &who users, limit: *who}}",
                "[".repeat(200_000),
                "{a: ".repeat(200_000),
                "a: {/b: {GET: users}}\n---\nb: {/c: {GET: users}}",
                "a: {/b: {GET: users}} }",
                "a: {/b: {GET: users}}\n# " + "x".repeat(4_000_000),
                "a: \u0000",
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: {/b: {GET: !!java.io.File users, <<: {PUT: users}}}",
                "a: \"\\xZZ\"",
                "\t\t: a",
                "a: {/b: {GET: users, GET: admins}}");
    }
}
