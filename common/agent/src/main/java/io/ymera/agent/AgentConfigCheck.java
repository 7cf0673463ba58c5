package io.ymera.agent;

import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.HttpUrls;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An agent that the manager would refuse again and again, or that could take nothing, does not start. */
@Singleton
final class AgentConfigCheck implements StartupCheck {

    /** A name goes into the names of folders and Kafka clients too. */
    private static final Pattern NAME = Pattern.compile("(?!\\s*+$)[^\\p{Cntrl}/\\\\]{1,100}");

    private static final Pattern SERVERS = Pattern.compile("SERVER(\\s*,\\s*SERVER)*"
            .replace(
                    "SERVER",
                    "([A-Za-z0-9_]+://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+(%[A-Za-z0-9._-]+)?\\]):[0-9]{1,5}"));

    private static final Duration LONGEST_DRAIN = Duration.ofHours(24);

    private final AgentSettings settings;
    private final String manager;
    private final String kafka;

    AgentConfigCheck(
            AgentSettings settings,
            @ConfigProperty(name = "quarkus.rest-client.manager.url") String manager,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.settings = settings;
        this.manager = manager;
        this.kafka = kafka;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (!NAME.matcher(settings.name()).matches()) {
            errors.add(new ConfigError(
                    "ymera.agent.name",
                    settings.name(),
                    "1 to 100 characters, not all of them spaces, and no control characters or slashes"));
        }
        if (settings.slots() < 1 || settings.slots() > AgentRegistration.MOST_SLOTS) {
            errors.add(new ConfigError(
                    "YMERA_AGENT_SLOTS", "" + settings.slots(), "1 to " + AgentRegistration.MOST_SLOTS));
        }
        Duration drain = settings.drainTimeout();
        if (drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0) {
            errors.add(new ConfigError("DRAIN_TIMEOUT", "" + drain, "0s (nothing may finish) to 24h"));
        }
        if (settings.maxResultBytes() < 1) {
            errors.add(new ConfigError(
                    "YMERA_AGENT_MAX_RESULT_BYTES",
                    "" + settings.maxResultBytes(),
                    "from 1, and no more than the manager's YMERA_PAYLOAD_MAX_RESULT_BYTES"));
        }
        settings.workDirectory()
                .filter(folder -> !isWritable(folder))
                .ifPresent(folder -> errors.add(new ConfigError(
                        "YMERA_AGENT_WORK_DIRECTORY", "" + folder, "a folder that this process may make or write to")));
        if (!HttpUrls.isHttpUrl(manager)) {
            errors.add(new ConfigError(
                    "MANAGER_AGENT_URL", manager, "an http or https URL, for example http://127.0.0.1:8002"));
        }
        if (!SERVERS.matcher(kafka).matches()) {
            errors.add(new ConfigError("KAFKA_BOOTSTRAP_SERVERS", kafka, "host:port, or several with commas between"));
        }
        return errors;
    }

    private static boolean isWritable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }
}
