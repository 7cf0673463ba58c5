package io.ymera.auth.revocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RevocationResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    RevocationService revocations;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Test
    void withoutACursorThereIsEverything() {
        UUID grant = revoke();

        assertThat(ask("").getBoolean("reset")).isTrue();
        assertThat(everything("")).contains(grant.toString());
    }

    @Test
    void afterACursorThereIsWhatCameSince() {
        revoke();
        long cursor = cursor();
        UUID grant = revoke();

        JsonPath since = ask("?after=" + cursor);

        assertThat(since.getBoolean("reset")).isFalse();
        assertThat(since.getList("items.id")).contains(grant.toString());
        assertThat(since.getLong("cursor")).isGreaterThan(cursor);
    }

    @Test
    void aCursorThatWeNeverGaveStartsAnew() {
        UUID grant = revoke();

        assertThat(ask("?after=" + Long.MAX_VALUE).getBoolean("reset")).isTrue();
        assertThat(everything("?after=" + Long.MAX_VALUE)).contains(grant.toString());
    }

    @Test
    void whoWaitsIsToldAtOnce() throws Exception {
        revoke();
        long cursor = cursor();
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> ask("?wait=20&after=" + cursor));

        UUID grant = revoke();

        assertThat(waiting.get().getList("items.id")).contains(grant.toString());
    }

    @Test
    void nobodyWhoFollowsMissesOne() {
        // Given some who revoke at the same time, in transactions of different length
        List<String> revoked = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        long start = cursor();
        try (ExecutorService users = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                UUID grant = UUID.randomUUID();
                revoked.add(grant.toString());
                users.submit(() -> revoke(grant));
            }

            // Until all have come, or nothing more does; other tests' sessions end meanwhile
            JsonPath next = ask("?wait=20&after=" + start);
            while (!seen.containsAll(revoked) && !next.getList("items").isEmpty()) {
                seen.addAll(next.getList("items.id", String.class));
                next = ask("?wait=%d&after=%d".formatted(seen.containsAll(revoked) ? 0 : 20, next.getLong("cursor")));
            }
        }

        assertThat(seen).containsAll(revoked);
        assertThat(seen).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?after=-1", "?wait=21", "?wait=-1", "?after=9223372036854775808", "?wait=1e9"})
    void whatIsNoNumberIsRefused(String query) {
        Response response = given().get("/auth/revocations" + query);

        response.then().statusCode(422);
    }

    private UUID revoke() {
        return revoke(UUID.randomUUID());
    }

    private UUID revoke(UUID grant) {
        database.withTransaction(transaction -> revocations.revoke(transaction, List.of(grant)))
                .chain(revocations::announce)
                .await()
                .indefinitely();
        return grant;
    }

    /** The ids on all pages. */
    private static List<String> everything(String query) {
        List<String> ids = new ArrayList<>();
        JsonPath page = ask(query);
        ids.addAll(page.getList("items.id"));
        while (page.getBoolean("more")) {
            page = ask("?after=" + page.getLong("cursor"));
            ids.addAll(page.getList("items.id"));
        }
        return ids;
    }

    /** Where the last page ends. */
    private static long cursor() {
        JsonPath page = ask("");
        while (page.getBoolean("more")) {
            page = ask("?after=" + page.getLong("cursor"));
        }
        return page.getLong("cursor");
    }

    private static JsonPath ask(String query) {
        return given().get("/auth/revocations" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
