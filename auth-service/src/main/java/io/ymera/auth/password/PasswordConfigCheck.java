package io.ymera.auth.password;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class PasswordConfigCheck implements StartupCheck {

    private static final int MOST_THREADS = 256;
    private static final int LONGEST_QUEUE = 10_000;

    private final PasswordConfig config;
    private final BreachedPasswords breached;

    PasswordConfigCheck(PasswordConfig config, BreachedPasswords breached) {
        this.config = config;
        this.breached = breached;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (config.threads() < 0 || config.threads() > MOST_THREADS) {
            errors.add(new ConfigError(
                    "HASHING_THREADS", "" + config.threads(), "0 (all cores but one) to " + MOST_THREADS));
        }
        if (config.queue() < 1 || config.queue() > LONGEST_QUEUE) {
            errors.add(new ConfigError("HASHING_QUEUE", "" + config.queue(), "1 to " + LONGEST_QUEUE));
        }
        try {
            breached.check();
        } catch (IOException e) {
            errors.add(new ConfigError(
                    BreachedPasswords.FILE,
                    breached.file().map(Path::toString).orElse(""),
                    "a file of lines of SHA1-in-hex:count, sorted by hash, that we may read; but " + e.getMessage()));
        }
        return errors;
    }
}
