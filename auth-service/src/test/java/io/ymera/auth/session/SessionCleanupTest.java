package io.ymera.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionCleanupTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SessionCleanup cleanup;

    @Test
    void tokensThatWereUsedLongAgoAreForgottenAndNoOthers() {
        // Given more than one statement deletes
        UUID session = session(Ada.registered().login());
        addUsedTokens(session, SessionCleanup.BATCH + 5, "40 days");
        addUsedTokens(session, 3, "20 days");

        cleanup.run().await().indefinitely();

        assertThat(tokens(session)).isEqualTo(3 + 1);
    }

    @Test
    void sessionsThatWereOverLongAgoAreForgottenAndNoOthers() {
        UUID ended = changed("ended_at = now() - interval '31 days'");
        UUID expired = changed("expires_at = now() - interval '31 days'");
        UUID unused = changed("last_used_at = now() - interval '45 days'");
        UUID justEnded = changed("ended_at = now() - interval '29 days'");
        UUID quiet = changed("last_used_at = now() - interval '43 days'");

        cleanup.run().await().indefinitely();

        assertThat(isThere(ended)).isFalse();
        assertThat(isThere(expired)).isFalse();
        assertThat(isThere(unused)).isFalse();
        assertThat(isThere(justEnded)).isTrue();
        assertThat(isThere(quiet)).isTrue();
    }

    private UUID changed(String change) {
        UUID session = session(Ada.registered().login());
        database.preparedQuery("update sessions set " + change + " where id = $1")
                .executeAndAwait(Tuple.of(session));
        return session;
    }

    private void addUsedTokens(UUID session, int count, String ago) {
        database.preparedQuery("""
                        insert into refresh_tokens (hash, session_id, issued_at, used_at)
                        select decode(md5($1::text || $3 || i), 'hex'), $1, now() - $3::text::interval, now() - $3::text::interval
                        from generate_series(1, $2) i
                        """).executeAndAwait(Tuple.of(session, count, ago));
    }

    private long tokens(UUID session) {
        return count("select count(*) from refresh_tokens where session_id = $1", session);
    }

    private boolean isThere(UUID session) {
        return count("select count(*) from sessions where id = $1", session) == 1;
    }

    private long count(String query, UUID session) {
        return database.preparedQuery(query)
                .executeAndAwait(Tuple.of(session))
                .iterator()
                .next()
                .getLong(0);
    }

    private static UUID session(Response login) {
        return UUID.fromString(login.path("session_id"));
    }
}
