package io.ymera.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSONTestSuite against a real endpoint: what is no JSON is the client's error, what is JSON is not called malformed. */
@QuarkusTest
class JsonSuiteResourceTest {

    /** Legal in RFC 8259, refused here on purpose: two members of one name mean different things to different readers. */
    private static final Set<String> REFUSED_ON_PURPOSE =
            Set.of("y_object_duplicated_key", "y_object_duplicated_key_and_value");

    record Case(String name, byte[] json) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asTheBody(Case document) {
        Response response = Ada.post("/auth/register", document.json);

        if (document.name.startsWith("y_") && !REFUSED_ON_PURPOSE.contains(document.name)) {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        } else {
            assertThat(response.statusCode()).as(response.asString()).isIn(400, 422);
        }
    }

    /** As a member that nobody asked for, the parser has to get through it to the end. */
    @ParameterizedTest
    @MethodSource("cases")
    void asAMember(Case document) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"unknown\": ".getBytes(UTF_8));
        body.write(document.json);
        body.writeBytes("}".getBytes(UTF_8));

        Response response = Ada.post("/auth/register", body.toByteArray());

        int[] expected =
                switch (document.name.charAt(0)) {
                    // What ends before the text does is looked at first, and the member then is one too many
                    case 'n' ->
                        document.name.equals("n_structure_object_followed_by_closing_object")
                                ? new int[] {422}
                                : new int[] {400};
                    case 'y' -> new int[] {REFUSED_ON_PURPOSE.contains(document.name) ? 400 : 422};
                    default -> new int[] {400, 422};
                };
        assertThat(expected).as(response.asString()).contains(response.statusCode());
    }

    static Stream<Case> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                JsonSuiteResourceTest.class.getResourceAsStream("/json-test-suite/cases.tsv"), UTF_8))) {
            Stream<Case> copied = lines.lines().toList().stream().map(line -> {
                String[] parts = line.split("\t", -1);
                return new Case(parts[0], Base64.getDecoder().decode(parts[1]));
            });
            return Stream.concat(copied, deep());
        }
    }

    private static Stream<Case> deep() {
        // within the 64 KiB that this service takes
        return Stream.of(
                new Case("n_structure_many_opening_arrays", "[".repeat(60_000).getBytes(UTF_8)),
                new Case(
                        "n_structure_open_array_object",
                        "[{\"\":".repeat(12_000).getBytes(UTF_8)));
    }
}
