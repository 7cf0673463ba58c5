package io.ymera.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test {@code KAFKA_BOOTSTRAP_SERVERS}: a real broker, shared with the other tests of this JVM. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", TestServers.kafka().part().bootstrapServers());
    }

    @Override
    public void stop() {
        // the server serves the other tests of this JVM
    }
}
