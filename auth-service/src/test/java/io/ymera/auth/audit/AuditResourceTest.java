package io.ymera.auth.audit;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest {

    private static final String HOSTILE = "=cmd|' /C calc'!A0\"\r\n,x";

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    AuditLog log;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    private String admin = "";

    @BeforeEach
    void logIn() {
        admin = people.administrator().token();
    }

    @Test
    void showsWhatHappenedTheNewestFirst() {
        String actor = record(3);

        Response answer = asked().queryParam("actor", actor).get("/audit");

        answer.then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.details.number", equalTo(List.of("2", "1", "0")))
                .body("items.outcome", equalTo(List.of("failure", "success", "success")))
                .body("items[0].action", equalTo("test.failed"))
                .body("items[0].target", equalTo(HOSTILE))
                .body("items[0].address", equalTo("192.0.2.7"))
                .body("items[0].details.reason", equalTo("because"))
                .body("next_cursor", nullValue());
        assertThat(UUID.fromString(answer.path("items[0].event_id")).version()).isEqualTo(7);
    }

    @Test
    void aPageAtATime() {
        String actor = record(5);
        List<String> seen = new ArrayList<>();

        String cursor = null;
        do {
            RequestSpecification request = asked().queryParam("actor", actor).queryParam("limit", 2);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/audit");
            seen.addAll(page.then().statusCode(200).extract().path("items.details.number"));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("4", "3", "2", "1", "0");
    }

    @ParameterizedTest
    @CsvSource({
        "action, test., 3",
        "action, test.failed, 1",
        "action, est, 0",
        "action, %, 0",
        "outcome, failure, 1",
        "address, 192.0.2.7, 3",
        "address, 192.0.2.8, 0",
        "target, nobody, 0",
        "since, 2999-01-01T00:00:00Z, 0",
        "until, 2000-01-01T00:00:00Z, 0",
        "since, 2000-01-01T00:00:00Z, 3",
        "until, 2999-01-01T00:00:00Z, 3"
    })
    void filters(String filter, String value, int found) {
        String actor = record(3);

        Response answer =
                asked().queryParam("actor", actor).queryParam(filter, value).get("/audit");

        answer.then().statusCode(200).body("items", hasSize(found));
    }

    @Test
    void findsByTargetAlone() {
        String target = UUID.randomUUID().toString();
        record(AuditEvent.done("test.happened", null, target, Origin.NONE));

        Response answer = asked().queryParam("target", target).get("/audit");

        answer.then().statusCode(200).body("items", hasSize(1)).body("items[0].target", equalTo(target));
    }

    @ParameterizedTest
    @CsvSource({
        "/audit, outcome, maybe",
        "/audit, since, yesterday",
        "/audit, until, 1",
        "/audit, limit, 0",
        "/audit, limit, 201",
        "/audit, cursor, x",
        "/audit/verify, from_seq, 1",
        "/audit/verify, hash, 00",
        "/audit/export, format, xlsx",
        "/audit/export, since, now"
    })
    void refusesWhatItCannotRead(String path, String parameter, String value) {
        Response answer = asked().queryParam(parameter, value).get(path);

        answer.then().statusCode(422).body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @CsvSource({"0, 00", "-1, ", "x, ", "9223372036854775808, ", "1, zz", "1, 0000"})
    void refusesAHeadThatIsNone(String seq, String hash) {
        Response answer = asked().queryParam("from_seq", seq)
                .queryParam("hash", hash == null ? "0".repeat(64) : hash)
                .get("/audit/verify");

        answer.then().statusCode(422);
    }

    @Test
    void theChainIsIntactAndStaysSoFromItsHeadOn() {
        record(2);

        Response all = asked().get("/audit/verify");

        all.then().statusCode(200).body("intact", equalTo(true)).body("problem", nullValue());
        long seq = all.jsonPath().getLong("head.seq");
        assertThat(all.jsonPath().getLong("events")).isEqualTo(seq).isGreaterThanOrEqualTo(2);
        asked().queryParam("from_seq", seq)
                .queryParam("hash", all.<String>path("head.hash").toUpperCase(Locale.ROOT))
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    @Test
    void aHeadThatNeverWasIsTold() {
        Response answer = asked().queryParam("from_seq", Long.MAX_VALUE)
                .queryParam("hash", "0".repeat(64))
                .get("/audit/verify");

        answer.then().statusCode(200).body("intact", equalTo(false)).body("problem.kind", equalTo("missing"));
    }

    @Test
    void exportsJsonLines() {
        Instant since = Instant.now();
        String actor = record(3);

        Response answer = asked().queryParam("since", since.toString()).get("/audit/export");

        answer.then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/jsonl"))
                .header("Content-Disposition", equalTo("attachment; filename=\"audit.jsonl\""));
        List<JsonPath> events = answer.asString()
                .lines()
                .map(JsonPath::from)
                .filter(event -> actor.equals(event.getString("actor")))
                .toList();
        assertThat(events)
                .extracting(event -> event.getString("details.number"))
                .containsExactly("0", "1", "2");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getLong("seq")).isPositive();
            assertThat(event.getString("hash")).hasSize(64);
        });
    }

    @Test
    void exportsCsv() {
        Instant since = Instant.now();
        String actor = record(3);

        Response answer = asked().queryParam("format", "csv")
                .queryParam("since", since.toString())
                .get("/audit/export");

        answer.then().statusCode(200).header("Content-Type", equalTo("text/csv; charset=utf-8"));
        assertThat(answer.asString())
                .startsWith(Csv.HEADER)
                .contains("\"" + actor + "\",\"'" + HOSTILE.replace("\"", "\"\"") + "\",\"192.0.2.7\"");
    }

    @Test
    void exportsMoreThanAPage() throws IOException {
        Instant since = Instant.now();
        String actor = UUID.randomUUID().toString();
        database.query("""
                insert into audit_events (id, occurred_at, action, outcome, actor)
                select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text || '%1$s'), 1, 19))::uuid,
                    now(), 'test.happened', 'success', '%1$s'
                from generate_series(1, 1234) i
                """.formatted(actor)).executeAndAwait();

        Response answer =
                asked().queryParam("since", since.minusSeconds(1).toString()).get("/audit/export");

        List<Long> seqs = new ArrayList<>();
        // JsonPath would compile a script for each of them
        try (MappingIterator<JsonNode> events =
                new ObjectMapper().readerFor(JsonNode.class).readValues(answer.asString())) {
            while (events.hasNext()) {
                JsonNode event = events.next();
                if (actor.equals(event.path("actor").asText())) {
                    seqs.add(event.path("seq").asLong());
                }
            }
        }
        assertThat(seqs).hasSize(1234).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyExportIsEmpty() {
        String never = "2999-01-01T00:00:00Z";

        assertThat(asked().queryParam("since", never).get("/audit/export").asString())
                .isEmpty();
        assertThat(asked().queryParam("since", never)
                        .queryParam("format", "csv")
                        .get("/audit/export")
                        .asString())
                .isEqualTo(Csv.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/verify", "/audit/export"})
    void isForAdministratorsOnly(String path) {
        bearer(Ada.registered().token()).get(path).then().statusCode(403);
        bearer(People.serviceToken()).get(path).then().statusCode(403);
        RestAssured.get(path).then().statusCode(401);
    }

    @Test
    void nobodyCanWriteToIt() {
        asked().body("{}").post("/audit").then().statusCode(405);
        asked().delete("/audit").then().statusCode(405);
    }

    @Test
    void aRegistrationIsRecordedWithItsPlace() {
        Response user = Ada.fresh().register();

        Response answer =
                asked().queryParam("actor", user.<String>path("user_id")).get("/audit");

        answer.then()
                .body("items.action", everyItem(equalTo("user.registered")))
                .body("items[0].details.username", equalTo(user.path("username")));
    }

    private RequestSpecification asked() {
        return bearer(admin);
    }

    /** All but the last were done, the last was refused. */
    private String record(int events) {
        String actor = UUID.randomUUID().toString();
        Origin origin = new Origin("192.0.2.7", null);
        for (int i = 0; i < events; i++) {
            AuditEvent event = i < events - 1
                    ? AuditEvent.done("test.happened", actor, HOSTILE, origin)
                    : AuditEvent.refused("test.failed", actor, HOSTILE, origin, "because");
            record(event.with("number", "" + i));
        }
        return actor;
    }

    private void record(AuditEvent event) {
        log.record(database, event).await().indefinitely();
    }
}
