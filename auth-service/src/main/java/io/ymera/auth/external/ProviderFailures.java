package io.ymera.auth.external;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What it means to people that the provider is away, refuses or talks nonsense. Why it is so is for the log. */
final class ProviderFailures {

    private static final Logger LOG = Logger.getLogger(ProviderFailures.class);

    private static final int LONGEST = 200;

    /** RFC 6749, section 4.1.2.1, without what could be taken for HTML. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]|[<>&\"'\\\\]");

    private final String name;

    /** @param name what people know the provider by */
    ProviderFailures(String name) {
        this.name = name;
    }

    /** What {@code thrown}, while we asked the provider something, means. */
    ApiException of(Throwable thrown) {
        if (thrown instanceof ApiException known) {
            return known;
        }
        if (thrown instanceof RejectedExecutionException) {
            return new ApiException(ErrorCode.OVERLOADED, "Too many people sign in at the moment: try again.");
        }
        LOG.warnf("Sign-in through %s: %s", name, printable(String.valueOf(thrown)));
        return isAway(thrown)
                ? unavailable(thrown)
                : new ApiException(
                        ErrorCode.UPSTREAM_FAILED,
                        name + " has given an answer that can't be trusted: begin again, or tell your administrator.",
                        List.of(),
                        thrown);
    }

    /** It does not answer in time. */
    ApiException unavailable(@Nullable Throwable cause) {
        return new ApiException(
                ErrorCode.UNAVAILABLE, name + " does not answer at the moment: try again.", List.of(), cause);
    }

    /** Its token endpoint answers {@code error} (RFC 6749, section 5.2). */
    ApiException ofTokenError(@Nullable String error, int status) {
        if ("invalid_grant".equals(error)) {
            return new ApiException(
                    ErrorCode.INVALID_CREDENTIALS, name + " does not accept the code of this sign-in: begin again.");
        }
        LOG.errorf(
                "Sign-in through %s: its token endpoint answered %d %s; OIDC_CLIENT_ID and OIDC_CLIENT_SECRET may be wrong",
                name, status, printable(String.valueOf(error)));
        return new ApiException(
                ErrorCode.UPSTREAM_FAILED, name + " does not let us sign anybody in: tell your administrator.");
    }

    /** It sent the browser back with {@code error} (RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6). */
    ApiException ofRefusal(String error, @Nullable String description) {
        String words = printable(error) + (description == null ? "" : " (" + printable(description) + ")");
        return switch (error) {
            case "temporarily_unavailable" -> unavailable(null);
            case "server_error" -> new ApiException(ErrorCode.UPSTREAM_FAILED, name + " has failed; it says: " + words);
            default -> new ApiException(ErrorCode.FORBIDDEN, name + " has not signed you in; it says: " + words);
        };
    }

    /** Text of a stranger for a log or a message. */
    static String printable(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        return UNPRINTABLE.matcher(cut).replaceAll("?");
    }

    /** The provider, or its keys, could not be asked; keys that are none are an answer. */
    private static boolean isAway(Throwable thrown) {
        return thrown instanceof IOException
                || (thrown instanceof KeySourceException && !(thrown instanceof JWKSetParseException));
    }
}
