package io.ymera.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A user's API key of which {@link TokenIssuerResource} knows everything by its text, so that tests can make them as they go.
 *
 * @param id what is revoked
 * @param scopes separated by spaces
 * @param forged the first so many tokens that it is exchanged for are not good
 */
public record TestApiKey(UUID id, String scopes, int forged) {

    private static final String PREFIX = "ymk_";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /** A new one. */
    public static TestApiKey create(String scopes) {
        return new TestApiKey(UUID.randomUUID(), scopes, 0);
    }

    /** A new one whose first {@code forged} tokens are not good, as when the key that signed them has been withdrawn. */
    public static TestApiKey create(String scopes, int forged) {
        return new TestApiKey(UUID.randomUUID(), scopes, forged);
    }

    /** As it is sent. */
    public String text() {
        return PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((id + "|" + scopes + "|" + forged).getBytes(UTF_8));
    }

    /** Ends it. */
    public void revoke() {
        IssuerServer.revoke(id);
    }

    /** How often it has been exchanged for a token. */
    public int exchanges() {
        return IssuerServer.exchanges(id);
    }

    static Optional<TestApiKey> of(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())), UTF_8).split("\\|", 3);
            return Optional.of(new TestApiKey(UUID.fromString(parts[0]), parts[1], Integer.parseInt(parts[2])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The one of the exchange number {@code exchange}, from 1. */
    String token(int exchange) {
        return exchange <= forged ? TokenIssuer.shared().forged() : good();
    }

    private String good() {
        return TokenIssuer.shared().user(claims -> {
            claims.setStringClaim("sid", id.toString());
            claims.setStringClaim("scope", scopes);
            claims.setExpirationTimeMinutesInTheFuture((float) LIFETIME.toMinutes());
        });
    }

    static long lifetimeSeconds() {
        return LIFETIME.toSeconds();
    }
}
