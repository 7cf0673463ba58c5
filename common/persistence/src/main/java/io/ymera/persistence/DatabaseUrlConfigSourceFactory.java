package io.ymera.persistence;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns {@code DATABASE_URL} into the settings of Quarkus' reactive and JDBC data sources. */
public final class DatabaseUrlConfigSourceFactory implements ConfigSourceFactory {

    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 280;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue value = context.getValue("DATABASE_URL");
        if (value == null || value.getValue() == null || value.getValue().isEmpty()) {
            return List.of();
        }
        DatabaseUrl url = DatabaseUrl.parse(value.getValue());
        Map<String, String> settings = Map.of(
                "quarkus.datasource.reactive.url", url.reactiveUrl(),
                "quarkus.datasource.jdbc.url", url.jdbcUrl(),
                "quarkus.datasource.username", escaped(url.user()),
                "quarkus.datasource.password", escaped(url.password()));
        return List.of(new PropertiesConfigSource(settings, "DATABASE_URL", ORDINAL));
    }

    /** A {@code ${} in a password is a part of it, not an expression to expand. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "\\${");
    }
}
