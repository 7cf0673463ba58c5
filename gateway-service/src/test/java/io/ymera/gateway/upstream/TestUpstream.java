package io.ymera.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How a test's gateway deals with services: quickly. */
record TestUpstream(Duration timeout, int connections, Duration breakerPause, Map<String, ServiceConfig> services)
        implements UpstreamConfig {

    static final int FAILURES = 5;
    static final int RETRIES = 2;

    private static final int MANY = 1_000;

    static final TestUpstream USUAL = new TestUpstream(Duration.ofSeconds(20), MANY);

    /** For what is to run out of time. */
    static final TestUpstream IMPATIENT = new TestUpstream(Duration.ofMillis(300), MANY);

    TestUpstream(Duration timeout, int connections) {
        this(timeout, connections, Duration.ofSeconds(60), Map.of());
    }

    /** The same with one service. */
    TestUpstream with(String name, URI... targets) {
        List<String> urls = Arrays.stream(targets).map(URI::toString).toList();
        return new TestUpstream(timeout, connections, breakerPause, Map.of(name, () -> urls));
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration keepAlive() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int retries() {
        return RETRIES;
    }

    @Override
    public Duration retryPause() {
        return Duration.ofMillis(1);
    }

    @Override
    public BreakerConfig breaker() {
        return new BreakerConfig() {
            @Override
            public int failures() {
                return FAILURES;
            }

            @Override
            public Duration pause() {
                return breakerPause;
            }
        };
    }

    @Override
    public HealthConfig health() {
        return new HealthConfig() {
            @Override
            public String path() {
                return "/health/ready";
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(1);
            }
        };
    }

    @Override
    public StreamConfig stream() {
        return new StreamConfig() {
            @Override
            public int maxConnections() {
                return MANY;
            }

            @Override
            public int maxPerUser() {
                return MANY;
            }

            @Override
            public int maxPerService() {
                return MANY;
            }
        };
    }

    @Override
    public WebSocketConfig webSocket() {
        throw new UnsupportedOperationException("There are none here");
    }
}
