package io.ymera.auth.external;

import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The provider that the operator has named, if there is one. */
@Singleton
class ConfiguredProvider {

    private final Optional<ProviderConfig> config;
    private final Optional<OpenIdProvider> provider;

    ConfiguredProvider(ExternalSettings settings, Clock clock) {
        this.config = ProviderConfig.of(settings);
        this.provider = config.map(found -> new OpenIdProvider(found, clock));
    }

    Optional<ProviderConfig> ifAny() {
        return config;
    }

    /** @throws ApiException 404 if there is none */
    ProviderConfig config() {
        return config.orElseThrow(ConfiguredProvider::none);
    }

    /** @throws ApiException 404 if there is none */
    OpenIdProvider client() {
        return provider.orElseThrow(ConfiguredProvider::none);
    }

    private static ApiException none() {
        return ApiException.notFound("There is no sign-in through an external provider here.");
    }

    @PreDestroy
    void close() {
        provider.ifPresent(OpenIdProvider::close);
    }
}
