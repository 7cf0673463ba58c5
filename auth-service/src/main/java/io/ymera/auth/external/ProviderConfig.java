package io.ymera.auth.external;

import static java.util.function.Predicate.not;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The provider that people can sign in through. {@link ExternalConfigCheck} has looked at what it is made of.
 *
 * @param issuer exactly as the provider calls itself
 * @param name what people know it by
 * @param publicUrl the origin that browsers see us at, without a slash at the end
 */
record ProviderConfig(
        String issuer,
        String clientId,
        String clientSecret,
        List<String> scopes,
        String name,
        boolean autoRegister,
        Set<String> emailDomains,
        Optional<URI> returnUrl,
        String publicUrl) {

    private static final String BASE = "/api/v1/auth/external/";

    /** Where people begin, on our origin. */
    static final String LOGIN_PATH = BASE + "login";

    /** The provider that the operator has named, if there is one. */
    static Optional<ProviderConfig> of(ExternalSettings settings) {
        return settings.issuerUrl()
                .filter(not(String::isBlank))
                .map(issuer -> new ProviderConfig(
                        issuer,
                        settings.clientId().orElseThrow(),
                        settings.clientSecret().orElseThrow(),
                        List.of(settings.scopes().strip().split(" +", -1)),
                        settings.name().filter(not(String::isBlank)).orElseGet(() -> URI.create(issuer)
                                .getHost()),
                        Boolean.parseBoolean(settings.autoRegister()),
                        settings.emailDomains().orElse(List.of()).stream()
                                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()),
                        settings.returnUrl().filter(not(String::isBlank)).map(URI::create),
                        withoutSlash(settings.publicUrl())));
    }

    /** Where the provider sends people back to: what has to be registered there. */
    URI redirectUri() {
        return URI.create(publicUrl + BASE + "callback");
    }

    /** Whether browsers reach us encrypted, as they do but for local development. */
    boolean encrypted() {
        return publicUrl.startsWith("https:");
    }

    /** Whether people with this address may become users. */
    boolean welcomes(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return emailDomains.isEmpty() || emailDomains.contains(domain);
    }

    static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public String toString() {
        return "ProviderConfig[" + issuer + "]";
    }
}
