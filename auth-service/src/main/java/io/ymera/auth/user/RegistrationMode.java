package io.ymera.auth.user;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether anybody may register. */
@Singleton
final class RegistrationMode implements StartupCheck {

    private static final String NAME = "REGISTRATION";
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final String mode;

    RegistrationMode(@ConfigProperty(name = NAME, defaultValue = OPEN) String mode) {
        this.mode = mode;
    }

    @Override
    public List<ConfigError> check() {
        return mode.equals(OPEN) || mode.equals(CLOSED)
                ? List.of()
                : List.of(new ConfigError(NAME, mode, "open (anybody may register) or closed"));
    }

    /** @throws ApiException {@link ErrorCode#FORBIDDEN} if nobody may */
    void requireOpen() {
        if (!mode.equals(OPEN)) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN, "Registration is closed here: ask an administrator for an account.");
        }
    }
}
