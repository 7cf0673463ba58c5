package io.ymera.web.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token says, as somebody who can be a caller here and now (RFC 7519, section 4; RFC 9068, section 4). */
final class TokenClaims {

    static final String AUDIENCE = "ymera";

    /** By which clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(5);

    /** What has been revoked is remembered for so long; a token that lived longer would come back to life. */
    static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private static final Set<String> ROLES = Set.of(Role.USER, Role.ADMIN, Role.SERVICE);
    private static final int LONGEST_TEXT = 255;
    /** The year 9999: what lies beyond is no time that anybody meant. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final JsonNode claims;

    private TokenClaims(JsonNode claims) {
        this.claims = claims;
    }

    /** @throws InvalidTokenException if the token is not of {@code issuer}, not for us, not good at {@code now}, or incomplete */
    static CallerPrincipal read(JsonNode claims, String issuer, Instant now) {
        return new TokenClaims(claims).principal(issuer, now);
    }

    /** Whether a token that expires at {@code expiry} is of no use any more. */
    static boolean hasExpired(Instant expiry, Instant now) {
        return !now.isBefore(expiry.plus(SKEW));
    }

    private CallerPrincipal principal(String issuer, Instant now) {
        require(text("iss").equals(issuer), "iss is another");
        require(isForUs(), "aud is another");
        Instant issuedAt = time("iat");
        Instant expiresAt = time("exp");
        require(!hasExpired(expiresAt, now), "it has expired");
        require(!issuedAt.isAfter(now.plus(SKEW)), "it has been issued in the future");
        require(!expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE)), "it would live for too long");
        require(!claims.has("nbf") || !time("nbf").isAfter(now.plus(SKEW)), "it is not good yet");
        String role = role();
        String subject = text("sub");
        require(role.equals(Role.SERVICE) || isId(subject), "sub is no user's id");
        return new CallerPrincipal(
                subject,
                text("upn"),
                role,
                grantId(),
                text("client_id"),
                scopes(),
                taskTypes(),
                text("jti"),
                issuedAt,
                expiresAt);
    }

    private boolean isForUs() {
        JsonNode audience = claims.path("aud");
        if (!audience.isArray()) {
            return AUDIENCE.equals(audience.textValue());
        }
        for (JsonNode one : audience) {
            if (AUDIENCE.equals(one.textValue())) {
                return true;
            }
        }
        return false;
    }

    private String role() {
        Set<String> groups = texts("groups");
        require(groups.size() == 1 && claims.path("groups").size() == 1, "groups is not one role");
        String role = groups.iterator().next();
        require(ROLES.contains(role), "the role is not known");
        require(!claims.has("role") || role.equals(claims.path("role").textValue()), "role and groups differ");
        return role;
    }

    private UUID grantId() {
        String id = text("sid");
        require(isId(id), "sid is no id");
        return UUID.fromString(id);
    }

    private @Nullable Set<String> scopes() {
        JsonNode scope = claims.path("scope");
        if (scope.isMissingNode()) {
            return null;
        }
        require(scope.isTextual(), "scope is no text");
        return Arrays.stream(scope.textValue().split(" ", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private Set<String> taskTypes() {
        return claims.has("task_types") ? texts("task_types") : Set.of();
    }

    private Instant time(String name) {
        JsonNode seconds = claims.path(name);
        require(seconds.isIntegralNumber() && seconds.canConvertToLong(), name + " is no time");
        require(seconds.longValue() >= 0 && seconds.longValue() <= LAST_SECOND, name + " is no time");
        return Instant.ofEpochSecond(seconds.longValue());
    }

    private String text(String name) {
        JsonNode text = claims.path(name);
        require(text.isTextual(), name + " is missing");
        require(
                !text.textValue().isBlank() && text.textValue().length() <= LONGEST_TEXT,
                name + " is too short or long");
        return text.textValue();
    }

    private Set<String> texts(String name) {
        JsonNode array = claims.path(name);
        require(array.isArray(), name + " is no array");
        Set<String> texts = new HashSet<>();
        for (JsonNode text : array) {
            require(text.isTextual(), name + " has something that is no text");
            texts.add(text.textValue());
        }
        return texts;
    }

    /** {@link UUID#fromString} takes several texts for the same id; here there is one. */
    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new InvalidTokenException(otherwise);
        }
    }
}
