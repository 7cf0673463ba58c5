package io.ymera.auth.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider, over the network. Non-blocking: what blocks is {@link ProviderThreads}' concern. Whatever the provider does, a
 * call ends within {@link #LIMIT}, with an {@link io.ymera.web.problem.ApiException} if not well: 503 {@code unavailable} if it
 * does not answer, 502 {@code upstream_failed} if its answer is not to be believed.
 */
final class OpenIdProvider implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(5);

    private final Duration limit;
    private final ProviderConfig config;
    private final ProviderHttp http;
    private final Discovery discovery;
    private final IdTokens idTokens;
    private final ProviderFailures failures;
    private final ProviderThreads threads;

    OpenIdProvider(ProviderConfig config, Clock clock) {
        this(config, clock, LIMIT);
    }

    /** @param limit less for tests that wait for it */
    OpenIdProvider(ProviderConfig config, Clock clock, Duration limit) {
        this.config = config;
        this.limit = limit;
        // Leaves some time for another request, if this one was for what is known from before
        this.http = new ProviderHttp(limit.dividedBy(2));
        this.discovery = new Discovery(config.issuer(), http, clock);
        this.idTokens = new IdTokens(config);
        this.failures = new ProviderFailures(config.name());
        this.threads = new ProviderThreads(failures);
    }

    /** Where a browser is sent to sign in. */
    Uni<URI> authorizationUrl(String state, SignIn signIn) {
        return threads.run(limit, () -> new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(config.scopes().toArray(String[]::new)),
                        new ClientID(config.clientId()),
                        config.redirectUri())
                .endpointURI(discovery.provider().endpoints().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(signIn.nonce()))
                .codeChallenge(new CodeVerifier(signIn.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    /** Who has signed in, by what the browser came back with. */
    Uni<Confirmed> redeem(Callback callback, SignIn signIn) {
        return threads.run(limit, () -> confirm(callback, signIn));
    }

    /** What the provider tells of somebody: in the ID token, or else at its UserInfo endpoint. */
    Uni<Person> describe(Confirmed confirmed) {
        return confirmed.claims().getClaim(PersonClaims.EMAIL_CLAIM_NAME) != null
                ? Uni.createFrom().item(Person.of(confirmed.claims()))
                : threads.run(limit, () -> Person.of(userInfo(confirmed)));
    }

    private Confirmed confirm(Callback callback, SignIn signIn)
            throws IOException, GeneralException, BadJOSEException, JOSEException, InvalidHashException {
        Discovery.Provider provider = discovery.provider();
        checkSender(callback.issuer(), provider);
        if (callback.error() != null) {
            throw failures.ofRefusal(callback.error(), callback.errorDescription());
        }
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(callback.requiredCode()),
                config.redirectUri(),
                new CodeVerifier(signIn.verifier()));
        OIDCTokens tokens = redeem(grant, provider);
        @Nullable JWT idToken = tokens.getIDToken();
        if (idToken == null) {
            throw new GeneralException("the token endpoint gave no ID token");
        }
        IDTokenClaimsSet claims = idTokens.check(idToken, tokens.getAccessToken(), signIn.nonce(), provider);
        return new Confirmed(claims, tokens.getAccessToken());
    }

    /** RFC 9207, against mix-up: who answers says so if it has announced that it would. */
    private void checkSender(@Nullable String issuer, Discovery.Provider provider) throws GeneralException {
        if (issuer == null
                ? provider.endpoints().supportsAuthorizationResponseIssuerParam()
                : !issuer.equals(config.issuer())) {
            throw new GeneralException("the browser came back from another issuer: " + issuer);
        }
    }

    private OIDCTokens redeem(AuthorizationCodeGrant grant, Discovery.Provider provider)
            throws IOException, GeneralException {
        HTTPResponse answer = new TokenRequest.Builder(
                        provider.endpoints().getTokenEndpointURI(), authentication(provider.endpoints()), grant)
                .build()
                .toHTTPRequest()
                .send(http);
        if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
            throw new IOException("the token endpoint answered " + answer.getStatusCode());
        }
        TokenResponse response = OIDCTokenResponseParser.parse(answer);
        if (!response.indicatesSuccess()) {
            @Nullable ErrorObject error = response.toErrorResponse().getErrorObject();
            throw failures.ofTokenError(error == null ? null : error.getCode(), answer.getStatusCode());
        }
        if (response.toSuccessResponse().getTokens() instanceof OIDCTokens tokens) {
            return tokens;
        }
        throw new GeneralException("the token endpoint gave no ID token");
    }

    /** HTTP Basic, which every provider should have, unless it says that it has only the form. */
    private ClientAuthentication authentication(OIDCProviderMetadata endpoints) {
        ClientID id = new ClientID(config.clientId());
        Secret secret = new Secret(config.clientSecret());
        @Nullable List<ClientAuthenticationMethod> methods = endpoints.getTokenEndpointAuthMethods();
        boolean onlyForm = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return onlyForm ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    private ClaimsSet userInfo(Confirmed confirmed) throws IOException, GeneralException {
        @Nullable URI endpoint = discovery.provider().endpoints().getUserInfoEndpointURI();
        if (endpoint == null) {
            return confirmed.claims();
        }
        HTTPResponse answer = new UserInfoRequest(endpoint, confirmed.accessToken())
                .toHTTPRequest()
                .send(http);
        if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
            throw new IOException("the UserInfo endpoint answered " + answer.getStatusCode());
        }
        UserInfoResponse response = UserInfoResponse.parse(answer);
        @Nullable
        UserInfo found =
                response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
        if (found == null) {
            throw new GeneralException("the UserInfo endpoint gave no JSON");
        }
        if (!confirmed.subject().equals(IdTokens.subject(found))) {
            throw new GeneralException("the UserInfo endpoint tells of somebody else");
        }
        return found;
    }

    @Override
    public void close() {
        threads.close();
        http.close();
    }
}
