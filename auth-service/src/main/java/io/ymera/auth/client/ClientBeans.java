package io.ymera.auth.client;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a bean of what the configuration points at; {@link ClientsFileCheck} has looked at it before. */
@Singleton
final class ClientBeans {

    static final String CLIENTS_FILE = "SERVICE_CLIENTS_FILE";

    @Produces
    @Singleton
    ClientsFile clientsFile(@ConfigProperty(name = CLIENTS_FILE) Optional<String> file) {
        return file.map(Path::of).map(ClientsFile::read).orElseGet(() -> ClientsFile.empty());
    }
}
