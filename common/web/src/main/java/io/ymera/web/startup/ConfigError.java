package io.ymera.web.startup;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One property with a value that the service can't run with.
 *
 * @param property the name as the operator knows it, for example {@code JWT_ISSUER}
 * @param value what it is set to; masked if the name says that it is a secret
 * @param allowed what it may be, and what to do
 */
public record ConfigError(String property, String value, String allowed) {

    /** {@code …_FILE} names where a secret is, which is no secret. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(?!.*_FILE$).*(SECRET|PASSWORD|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|ENCRYPTION_KEY|DATABASE_URL|REDIS_URL).*");

    public ConfigError {
        requireNonNull(property, "property is required");
        requireNonNull(allowed, "allowed is required");
        value = mask(property, requireNonNull(value, "value is required"));
    }

    /** A property that has to be set and is not. */
    public static ConfigError missing(String property, String allowed) {
        return new ConfigError(property, "", allowed);
    }

    /** One line for the operator. */
    public String message() {
        return value.isEmpty()
                ? "%s is not set: %s".formatted(property, allowed)
                : "%s is \"%s\": %s".formatted(property, value, allowed);
    }

    private static String mask(String property, String value) {
        return !value.isEmpty() && SECRET.matcher(property).matches() ? "********" : value;
    }
}
