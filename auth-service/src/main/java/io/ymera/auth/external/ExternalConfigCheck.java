package io.ymera.auth.external;

import static java.util.function.Predicate.not;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.HttpUrls;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A provider is either described completely or not at all: half of it would be a login that never works. */
@Singleton
final class ExternalConfigCheck implements StartupCheck {

    private static final String SAFE_URL = "an https URL (http only at localhost or a loopback address)";
    private static final Pattern SCOPES =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+( +[\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}<>]{1,50}");
    private static final Pattern DOMAIN = Pattern.compile("[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*");

    private final ExternalSettings settings;

    ExternalConfigCheck(ExternalSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        Errors errors = new Errors();
        if (given(settings.issuerUrl()).isEmpty()) {
            if (given(settings.clientId()).isPresent()
                    || given(settings.clientSecret()).isPresent()) {
                errors.missing("OIDC_ISSUER_URL", SAFE_URL + ", as OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is set");
            }
            return errors.found;
        }
        errors.unless(
                url -> ProviderUrl.isSafe(url) && !url.contains("?"),
                "OIDC_ISSUER_URL",
                settings.issuerUrl(),
                SAFE_URL + " without a query, exactly as the provider's discovery document has it as \"issuer\"");
        errors.unless(
                id -> true,
                "OIDC_CLIENT_ID",
                settings.clientId(),
                "the client id that the provider has given to YMERA");
        errors.unless(
                secret -> true,
                "OIDC_CLIENT_SECRET",
                settings.clientSecret(),
                "the client secret that the provider has given to YMERA");
        errors.unless(
                scopes -> SCOPES.matcher(scopes).matches()
                        && Arrays.asList(scopes.split(" +", -1)).contains("openid"),
                "OIDC_SCOPES",
                Optional.of(settings.scopes()),
                "scopes with spaces between, openid among them, such as: openid profile email");
        checkPeople(errors);
        checkReturn(errors);
        return errors.found;
    }

    private void checkPeople(Errors errors) {
        if (settings.name().isPresent()) {
            errors.unless(
                    name -> NAME.matcher(name).matches(),
                    "OIDC_NAME",
                    settings.name(),
                    "1 to 50 characters that people know the provider by");
        }
        errors.unless(
                flag -> flag.equals("true") || flag.equals("false"),
                "OIDC_AUTO_REGISTER",
                Optional.of(settings.autoRegister()),
                "true or false");
        List<String> domains = settings.emailDomains().orElse(List.of());
        if (!domains.stream().map(String::strip).allMatch(domain -> DOMAIN.matcher(domain)
                .matches())) {
            errors.found.add(new ConfigError(
                    "OIDC_EMAIL_DOMAINS", String.join(",", domains), "domains with commas between, without @"));
        }
    }

    private void checkReturn(Errors errors) {
        if (given(settings.returnUrl()).isPresent()) {
            errors.unless(
                    ProviderUrl::isSafe, "OIDC_RETURN_URL", settings.returnUrl(), SAFE_URL + " without a fragment");
        }
        errors.unless(
                url -> HttpUrls.isOrigin(ProviderConfig.withoutSlash(url)),
                "JWT_ISSUER",
                Optional.of(settings.publicUrl()),
                "with OIDC_ISSUER_URL, the origin at which browsers reach the gateway, such as https://ymera.example.org");
    }

    private static Optional<String> given(Optional<String> value) {
        return value.filter(not(String::isBlank));
    }

    private static final class Errors {

        private final List<ConfigError> found = new ArrayList<>();

        void missing(String property, String allowed) {
            found.add(ConfigError.missing(property, allowed));
        }

        void unless(Predicate<String> good, String property, Optional<String> value, String allowed) {
            given(value)
                    .ifPresentOrElse(
                            text -> {
                                if (!good.test(text)) {
                                    found.add(new ConfigError(property, text, allowed));
                                }
                            },
                            () -> missing(property, allowed));
        }
    }
}
