package io.ymera.auth.external;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0) and the keys that it signs with, kept for a while. A document
 * that names another issuer is not the provider's (mix-up), and one that names unencrypted endpoints would give our secret
 * away: neither is used. Calls block; thread-safe.
 */
final class Discovery {

    private static final Logger LOG = Logger.getLogger(Discovery.class);

    private static final Duration FRESH_FOR = Duration.ofHours(1);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final Duration KEYS_FRESH_FOR = Duration.ofMinutes(5);

    /** An unknown key id makes us ask for the keys again, twice in this time at most. */
    private static final Duration KEYS_INTERVAL = Duration.ofSeconds(10);

    private final String issuer;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Known known;

    Discovery(String issuer, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param endpoints what the provider has, each at a safe URL
     * @param keys those that it signs with
     */
    record Provider(OIDCProviderMetadata endpoints, JWKSource<SecurityContext> keys) {}

    private record Known(Provider provider, Instant askAgainAt) {}

    /**
     * The provider as it was at most an hour ago, or as it was before if it can't be asked now.
     *
     * @throws IOException if it never could be asked
     * @throws GeneralException if its answer is none, or not to be trusted
     */
    Provider provider() throws IOException, GeneralException {
        @Nullable Known before = known;
        if (before != null && clock.instant().isBefore(before.askAgainAt())) {
            return before.provider();
        }
        try {
            return remember(ask(before), FRESH_FOR);
        } catch (IOException | GeneralException e) {
            if (before == null) {
                throw e;
            }
            LOG.warnf("The provider's discovery document can't be read, the old one stays: %s", e);
            return remember(before.provider(), RETRY_AFTER);
        }
    }

    private Provider remember(Provider provider, Duration time) {
        known = new Known(provider, clock.instant().plus(time));
        return provider;
    }

    private Provider ask(@Nullable Known before) throws IOException, GeneralException {
        OIDCProviderMetadata found = parse(http.retrieveResource(OIDCProviderMetadata.resolveURL(new Issuer(issuer)))
                .getContent());
        if (!found.getIssuer().getValue().equals(issuer)) {
            throw new GeneralException("the discovery document is of another issuer: " + found.getIssuer());
        }
        for (URI endpoint : required(found)) {
            if (!ProviderUrl.isSafe(endpoint)) {
                throw new GeneralException("an endpoint is not at a safe URL: " + endpoint);
            }
        }
        return new Provider(
                found,
                before != null && before.provider().endpoints().getJWKSetURI().equals(found.getJWKSetURI())
                        ? before.provider().keys()
                        : keys(found.getJWKSetURI()));
    }

    private static OIDCProviderMetadata parse(String document) throws ParseException {
        try {
            return OIDCProviderMetadata.parse(document);
        } catch (IllegalArgumentException e) {
            throw new ParseException("the discovery document is not valid: " + e.getMessage(), e);
        }
    }

    private static Iterable<URI> required(OIDCProviderMetadata found) throws GeneralException {
        if (found.getAuthorizationEndpointURI() == null
                || found.getTokenEndpointURI() == null
                || found.getJWKSetURI() == null) {
            throw new GeneralException("the discovery document lacks an endpoint that the code flow needs");
        }
        return Stream.of(
                        Optional.of(found.getAuthorizationEndpointURI()),
                        Optional.of(found.getTokenEndpointURI()),
                        Optional.of(found.getJWKSetURI()),
                        Optional.ofNullable(found.getUserInfoEndpointURI()))
                .flatMap(Optional::stream)
                .toList();
    }

    private JWKSource<SecurityContext> keys(URI location) throws MalformedURLException {
        return JWKSourceBuilder.create(location.toURL(), http)
                .cache(KEYS_FRESH_FOR.toMillis(), OpenIdProvider.LIMIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEYS_INTERVAL.toMillis())
                .outageTolerant(true)
                .build();
    }
}
