package io.ymera.auth.session;

import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.token.AccessToken;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.Caller;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/refresh}, {@code POST /auth/logout}, {@code /users/me/sessions}. */
@Path("/")
class SessionResource {

    private final SessionService sessions;
    private final RefreshTokens refreshTokens;
    private final RequestOrigin origin;
    private final Caller caller;

    SessionResource(SessionService sessions, RefreshTokens refreshTokens, RequestOrigin origin, Caller caller) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.origin = origin;
        this.caller = caller;
    }

    /** @param refreshToken the one that was handed out last */
    record RefreshRequest(
            @NotNull(message = "is required") @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
            String refreshToken) {

        @Override
        public String toString() {
            return "RefreshRequest[]";
        }
    }

    /** @param refreshToken of the session to end; null for that of the bearer token */
    record LogoutRequest(
            @Size(min = 1, max = 200, message = "must have 1 to 200 characters") @Nullable
            String refreshToken) {

        @Override
        public String toString() {
            return "LogoutRequest[]";
        }
    }

    /** As the answer to a login, without the user. */
    record Refreshed(String accessToken, String tokenType, long expiresIn, String refreshToken, UUID sessionId) {

        @Override
        public String toString() {
            return "Refreshed[" + sessionId + "]";
        }
    }

    /**
     * A session, as its user sees it.
     *
     * @param current whether it is the one that asks
     */
    record SessionView(
            UUID sessionId,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            @Nullable String address,
            @Nullable String userAgent,
            boolean current) {}

    /** @param items the newest first */
    record Sessions(List<SessionView> items) {}

    @POST
    @Path("/auth/refresh")
    @PermitAll
    @Operation(operationId = "refresh", summary = "Get the next tokens of a session")
    @Tag(name = "Sign-in")
    public Uni<RestResponse<Refreshed>> refresh(@NotNull @Valid RefreshRequest request) {
        return refreshTokens
                .exchange(request.refreshToken(), origin.get())
                .map(found -> found.orElseThrow(() -> new ApiException(
                        ErrorCode.INVALID_CREDENTIALS, "The refresh token is not good, or no longer: log in again.")))
                .map(tokens -> new Refreshed(
                        tokens.accessToken().value(),
                        AccessToken.TYPE,
                        tokens.accessToken().expiresIn(),
                        tokens.refreshToken(),
                        tokens.sessionId()))
                .map(body -> RestResponse.ResponseBuilder.ok(body)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Either token ends the session: the access token may have expired, the refresh token may not be at hand. */
    @POST
    @Path("/auth/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "logout", summary = "End the session")
    @Tag(name = "Sign-in")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LogoutRequest.class)))
    public Uni<Void> logout(@Valid @Nullable LogoutRequest request) {
        return request != null && request.refreshToken() != null
                ? refreshTokens.endSession(request.refreshToken(), origin.get())
                : logoutOfBearer();
    }

    /** The same for those who send no body, whatever they say of its type. */
    @POST
    @Path("/auth/logout")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(hidden = true)
    public Uni<Void> logoutOfBearer() {
        return caller.ifAny()
                .map(known -> known.orElseThrow(UnauthorizedException::new))
                .chain(known -> sessions.logout(known.grantId(), origin.get()));
    }

    @GET
    @Path("/users/me/sessions")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "listSessions", summary = "List own sessions")
    @Tag(name = "Own account")
    public Uni<Sessions> list() {
        UUID current = caller.grantId();
        return sessions.ofUser(caller.userId())
                .map(found -> new Sessions(
                        found.stream().map(session -> view(session, current)).toList()));
    }

    @DELETE
    @Path("/users/me/sessions/{id}")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "endSession", summary = "End one of the own sessions")
    @Tag(name = "Own account")
    public Uni<Void> end(UUID id) {
        return sessions.endOwn(id, caller.userId(), origin.get())
                .invoke(theirs -> {
                    if (!theirs) {
                        throw ApiException.notFound("There is no session of this id.");
                    }
                })
                .replaceWithVoid();
    }

    /** All but the one that asks. */
    @DELETE
    @Path("/users/me/sessions")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "endOtherSessions", summary = "End all other own sessions")
    @Tag(name = "Own account")
    public Uni<Void> endOthers() {
        return sessions.endOthers(caller.userId(), caller.grantId(), origin.get());
    }

    private static SessionView view(Session session, UUID current) {
        return new SessionView(
                session.id(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.address(),
                session.userAgent(),
                session.id().equals(current));
    }
}
