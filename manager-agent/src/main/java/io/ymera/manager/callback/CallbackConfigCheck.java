package io.ymera.manager.callback;

import io.ymera.persistence.SecretCipher;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class CallbackConfigCheck implements StartupCheck {

    private final CallbackSettings settings;

    CallbackConfigCheck(CallbackSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        String key = settings.encryptionKey().orElse("");
        if (key.isBlank()) {
            return List.of();
        }
        try {
            new SecretCipher(key, Keyring.PURPOSE);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(new ConfigError(
                    "CALLBACK_ENCRYPTION_KEY", key, "32 bytes in hexadecimal, as `openssl rand -hex 32` makes them"));
        }
    }
}
