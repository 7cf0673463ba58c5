package io.ymera.auth.client;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
final class ClientsFileCheck implements StartupCheck {

    private final Optional<String> file;

    ClientsFileCheck(@ConfigProperty(name = ClientBeans.CLIENTS_FILE) Optional<String> file) {
        this.file = file;
    }

    @Override
    public List<ConfigError> check() {
        try {
            file.map(Path::of).ifPresent(ClientsFile::read);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(new ConfigError(ClientBeans.CLIENTS_FILE, file.orElse(""), "" + e.getMessage()));
        }
    }
}
