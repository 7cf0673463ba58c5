package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final AuthenticationRequestContext CONTEXT =
            blocking -> Uni.createFrom().item(blocking);

    private final VerifiedTokens tokens =
            new VerifiedTokens(Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());

    private static SecurityIdentity identity(String token, Instant expiry) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("ada");
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addCredential(new TokenCredential(token, "bearer"))
                .build();
    }

    private @Nullable SecurityIdentity ask(String token) {
        return tokens.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")), CONTEXT)
                .await()
                .indefinitely();
    }

    private void verified(SecurityIdentity identity) {
        tokens.augment(identity, CONTEXT).await().indefinitely();
    }

    @Test
    void whatWasVerifiedIsRecognised() {
        SecurityIdentity ada = identity("header.claims.signature", NOW.plusSeconds(60));
        verified(ada);

        assertThat(ask("header.claims.signature")).isSameAs(ada);
    }

    @Test
    void anythingElseIsLeftToBeVerified() {
        verified(identity("header.claims.signature", NOW.plusSeconds(60)));

        assertThat(ask("header.claims.signaturf")).isNull();
        assertThat(ask("header.claims.")).isNull();
        assertThat(ask("")).isNull();
    }

    @Test
    void anExpiredTokenIsNotRecognised() {
        verified(identity("header.claims.signature", NOW));

        assertThat(ask("header.claims.signature")).isNull();
    }
}
