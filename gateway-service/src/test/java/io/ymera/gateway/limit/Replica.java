package io.ymera.gateway.limit;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The rate limits of a replica of the gateway, with connections of its own to the Redis of this test JVM. */
final class Replica implements AutoCloseable {

    /** Tests of what is counted can't have a machine that is busy look like a Redis that is away. */
    static final Duration FOR_EVER = Duration.ofMinutes(2);

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    final Vertx vertx = Vertx.vertx();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final RateLimits limits;
    private final Redis redis = Redis.createClient(
            vertx,
            new RedisOptions()
                    .setConnectionString(TestServers.redis().part().url())
                    .setMaxPoolSize(64));

    Replica(Duration patience) {
        this(patience, "true", WindowScript.SOURCE, System::nanoTime);
    }

    Replica(Duration patience, String enabled, String script, LongSupplier nanos) {
        limits = limits(redis, patience, enabled, script, nanos);
    }

    /** @param connect how the limits' connections are opened */
    Replica(Duration patience, Function<Redis, Future<RedisConnection>> connect) {
        limits = limits(new Connecting(redis, connect), patience, "true", WindowScript.SOURCE, System::nanoTime);
    }

    private RateLimits limits(Redis redis, Duration patience, String enabled, String script, LongSupplier nanos) {
        TestConfig config = new TestConfig(enabled, TestServers.redis().part().url(), patience, Duration.ofMillis(20));
        return new RateLimits(vertx, redis, config, metrics, new WindowScript(script), nanos);
    }

    Replica start() {
        limits.start(new StartupEvent());
        return this;
    }

    Verdict admit(Limit limit, String key) {
        return await(limits.admit(limit, key));
    }

    Response redis(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return await(redis.send(request).map(answer -> requireNonNull(answer, "Redis has an answer")));
    }

    void awaitShared(boolean shared) {
        Instant deadline = Instant.now().plus(LONG_ENOUGH);
        while (limits.isShared() != shared) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Redis should be " + (shared ? "in use" : "away") + " by now");
            }
            Thread.yield();
        }
    }

    double checks(String outcome, String source) {
        return metrics.get("ymera.gateway.rate.limit.checks")
                .tags("outcome", outcome, "source", source)
                .counter()
                .count();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        redis.close();
        await(vertx.close());
    }

    private record Connecting(Redis redis, Function<Redis, Future<RedisConnection>> how) implements Redis {

        @Override
        public Future<RedisConnection> connect() {
            return how.apply(redis);
        }

        @Override
        public Future<@Nullable Response> send(Request command) {
            return redis.send(command);
        }

        @Override
        public Future<List<@Nullable Response>> batch(List<Request> commands) {
            return redis.batch(commands);
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
