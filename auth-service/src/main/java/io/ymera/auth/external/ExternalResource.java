package io.ymera.auth.external;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.external.SignIn.Linking;
import io.ymera.auth.login.LoginResponse;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import io.ymera.web.json.KnownMembersOnly;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /auth/external}, {@code /auth/external/login}, {@code /auth/external/callback}, {@code POST
 * /auth/external/tokens}, {@code /users/me/external}.
 *
 * <p>Without OIDC_RETURN_URL the callback answers with the tokens. With it the browser is sent to that page, with nothing in the
 * URL but {@code ?error=} or {@code ?linked=true}, and the page asks for the tokens: the browser's cookie is the proof, so that
 * no URL, history, log or referrer ever holds any.
 */
@Path("/")
class ExternalResource {

    private final ExternalService external;
    private final ConfiguredProvider provider;
    private final RequestOrigin origin;
    private final Caller caller;

    ExternalResource(ExternalService external, ConfiguredProvider provider, RequestOrigin origin, Caller caller) {
        this.external = external;
        this.provider = provider;
        this.origin = origin;
        this.caller = caller;
    }

    /**
     * @param name to be shown
     * @param loginPath where a browser goes to sign in, on this origin
     */
    record Provider(String name, String loginPath) {}

    /** @param items the oldest first */
    record LinkedIdentities(List<LinkedIdentity> items) {}

    /** @param providers one or none */
    record Providers(List<Provider> providers) {}

    /**
     * @param password the user's, once more
     * @param code of the user's second factor, if there is one
     */
    @KnownMembersOnly
    record LinkRequest(
            @NotNull(message = "is required") @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters")
            String password,

            @Size(max = 100, message = "must have at most 100 characters") @Nullable
            String code) {

        @Override
        public String toString() {
            return "LinkRequest[]";
        }
    }

    /** @param location where the browser has to go next */
    @RegisterForReflection
    @Schema(name = "LinkStarted")
    record Begun(URI location) {}

    /** @param provider the name of what is linked now */
    @RegisterForReflection
    record Linked(String provider, boolean linked) {}

    @GET
    @Path("/auth/external")
    @PermitAll
    @Operation(operationId = "listProviders", summary = "Tell which provider one can sign in through")
    @Tag(name = "Sign-in through a provider")
    public Providers providers() {
        return new Providers(
                provider.ifAny().map(config -> new Provider(config.name(), ProviderConfig.LOGIN_PATH)).stream()
                        .toList());
    }

    @GET
    @Path("/auth/external/login")
    @PermitAll
    @Operation(operationId = "startExternalLogin", summary = "Send the browser to the provider")
    @Tag(name = "Sign-in through a provider")
    @APIResponse(responseCode = "302", description = "To the provider")
    public Uni<RestResponse<Object>> login() {
        return external.depart()
                .map(departure -> to(RestResponse.Status.FOUND, departure.location(), departing(departure)));
    }

    /** A script can't follow a redirect with the browser, so it is told where to go. */
    @POST
    @Path("/users/me/external")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "linkIdentity", summary = "Link an identity at the provider")
    @Tag(name = "Own account")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Begun.class)))
    public Uni<RestResponse<Object>> link(@NotNull @Valid LinkRequest request) {
        Linking link = new Linking(caller.userId(), caller.grantId());
        return external.departLinking(link, request.password(), request.code(), origin.get())
                .map(departure -> ok(new Begun(departure.location()), departing(departure)));
    }

    @GET
    @Path("/users/me/external")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "listLinkedIdentities", summary = "Tell what is linked")
    @Tag(name = "Own account")
    public Uni<LinkedIdentities> linked() {
        return external.linked(caller.userId()).map(LinkedIdentities::new);
    }

    @DELETE
    @Path("/users/me/external")
    @RolesAllowed({Role.USER, Role.ADMIN})
    @Operation(operationId = "unlinkIdentity", summary = "Unlink the identity at the provider")
    @Tag(name = "Own account")
    public Uni<Void> unlink() {
        return external.unlink(caller.userId(), origin.get());
    }

    @GET
    @Path("/auth/external/callback")
    @PermitAll
    @Operation(operationId = "finishExternalLogin", summary = "Come back from the provider")
    @Tag(name = "Sign-in through a provider")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LoginResponse.class)))
    @APIResponse(responseCode = "303", description = "To the page of the operator")
    public Uni<RestResponse<Object>> callback(@Context UriInfo uri, @Context HttpHeaders headers) {
        Optional<URI> page = provider.config().returnUrl();
        Uni<RestResponse<Object>> answer = external.arrive(
                        Callback.of(uri.getQueryParameters()), cookie().in(headers), origin.get())
                .map(outcome -> answer(outcome, page));
        return page.map(url -> answer.onFailure(ApiException.class)
                        .recoverWithItem(refused -> back(
                                url, "error", ((ApiException) refused).code().code())))
                .orElse(answer);
    }

    /** For the page at OIDC_RETURN_URL; other sites' pages can't, since what they send comes without the cookie. */
    @POST
    @Path("/auth/external/tokens")
    @PermitAll
    @Operation(operationId = "collectExternalTokens", summary = "Fetch the tokens, for that page")
    @Tag(name = "Sign-in through a provider")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LoginResponse.class)))
    public Uni<RestResponse<Object>> tokens(@Context HttpHeaders headers) {
        return external.collect(cookie().in(headers), origin.get())
                .map(signedIn -> ok(LoginResponse.of(signedIn.user(), signedIn.tokens()), cookie().clear()));
    }

    private RestResponse<Object> answer(Outcome outcome, Optional<URI> page) {
        return switch (outcome) {
            case Outcome.SignedIn signedIn ->
                ok(LoginResponse.of(signedIn.user(), signedIn.tokens()), cookie().clear());
            case Outcome.Arrived arrived ->
                to(
                        RestResponse.Status.SEE_OTHER,
                        page.orElseThrow(),
                        cookie().set(arrived.cookie(), SignInService.TIME_TO_COLLECT));
            case Outcome.Linked linked ->
                page.map(url -> back(url, "linked", "true"))
                        .orElseGet(() -> ok(new Linked(provider.config().name(), true), cookie().clear()));
        };
    }

    /** To the operator's page, with a word of ours. */
    private RestResponse<Object> back(URI page, String name, String value) {
        return to(
                RestResponse.Status.SEE_OTHER,
                UriBuilder.fromUri(page).queryParam(name, value).build(),
                cookie().clear());
    }

    private static RestResponse<Object> to(RestResponse.Status status, URI location, String setCookie) {
        return ResponseBuilder.create(status)
                .header(HttpHeaders.LOCATION, location.toString())
                .header(HttpHeaders.SET_COOKIE, setCookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RestResponse<Object> ok(Object body, String setCookie) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.SET_COOKIE, setCookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String departing(ExternalService.Departure departure) {
        return cookie().set(departure.cookie(), SignInService.TIME_TO_SIGN_IN);
    }

    private BrowserCookie cookie() {
        return new BrowserCookie(provider.config().encrypted());
    }
}
