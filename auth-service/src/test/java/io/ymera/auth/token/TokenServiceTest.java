package io.ymera.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.ymera.auth.key.Jws;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.TokenSettings;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class TokenServiceTest {

    private static final UUID GRANT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID ADA = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    @Inject
    TokenService tokens;

    @Inject
    TokenSettings settings;

    @Test
    void ofASession() {
        long before = Instant.now().getEpochSecond();

        AccessToken token = tokens.issue(Grant.ofSession(GRANT, ADA, "ada", Role.USER));

        assertThat(token.expiresIn()).isEqualTo(3600);
        assertThat(part(token, 0).getMap(""))
                .isEqualTo(Map.of("alg", "RS256", "typ", "at+jwt", "kid", Jws.kid(token.value())));
        JsonPath claims = part(token, 1);
        assertThat(claims.getMap(""))
                .containsOnlyKeys("iss", "aud", "sub", "upn", "groups", "role", "sid", "client_id", "jti", "iat", "exp")
                .containsEntry("iss", settings.issuer())
                .containsEntry("aud", "ymera")
                .containsEntry("sub", ADA.toString())
                .containsEntry("upn", "ada")
                .containsEntry("groups", List.of("user"))
                .containsEntry("role", "user")
                .containsEntry("sid", GRANT.toString())
                .containsEntry("client_id", "ymera");
        assertThat(claims.getLong("iat")).isBetween(before, before + 60);
        assertThat(claims.getLong("exp")).isEqualTo(claims.getLong("iat") + 3600);
    }

    @Test
    void ofAnApiKey() {
        Grant grant = Grant.ofApiKey(GRANT, ADA, "ada", Role.USER, Set.of("tasks:write", "agents:read"));

        AccessToken token = tokens.issue(grant, Duration.ofMinutes(5));

        assertThat(token.expiresIn()).isEqualTo(300);
        assertThat(part(token, 1).getString("scope")).isEqualTo("agents:read tasks:write");
        assertThat(part(token, 1).getLong("exp") - part(token, 1).getLong("iat"))
                .isEqualTo(300);
    }

    /** None is not everything. */
    @Test
    void ofAnApiKeyWithoutScopes() {
        AccessToken token = tokens.issue(Grant.ofApiKey(GRANT, ADA, "ada", Role.USER, Set.of()));

        assertThat(part(token, 1).getMap("")).containsEntry("scope", "");
    }

    @Test
    void ofAClient() {
        AccessToken token = tokens.issue(Grant.ofClient(GRANT, "agent-7", Set.of("b", "a")));

        JsonPath claims = part(token, 1);
        assertThat(claims.getList("task_types")).isEqualTo(List.of("a", "b"));
        assertThat(claims.getString("client_id")).isEqualTo("agent-7");
        assertThat(claims.getString("role")).isEqualTo("service");
        assertThat(claims.getMap("")).doesNotContainKey("scope");
    }

    @Test
    void noTokenLivesLongerThanTheOperatorSays() {
        AccessToken token = tokens.issue(Grant.ofSession(GRANT, ADA, "ada", Role.USER), Duration.ofDays(365));

        assertThat(token.expiresIn()).isEqualTo(3600);
    }

    @Test
    void everyTokenHasAnotherId() {
        Grant grant = Grant.ofSession(GRANT, ADA, "ada", Role.USER);

        assertThat(part(tokens.issue(grant), 1).getString("jti"))
                .isNotEqualTo(part(tokens.issue(grant), 1).getString("jti"));
    }

    private static JsonPath part(AccessToken token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.value().split("\\.", -1)[index]);
        return JsonPath.from(new String(json, StandardCharsets.UTF_8));
    }
}
