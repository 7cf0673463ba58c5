package io.ymera.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ymera.contracts.Json;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.task.AttemptRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The manager's end of the agents' routes, recording what it is told and answering as a test wants; for what the real
 * manager does with it see manager-agent and e2e-tests.
 */
public final class ManagerFixture implements QuarkusTestResourceLifecycleManager {

    static final BlockingQueue<AgentRegistration> REGISTRATIONS = new LinkedBlockingQueue<>();
    static final BlockingQueue<Heartbeat> HEARTBEATS = new LinkedBlockingQueue<>();

    /** Tasks of which nothing more is wanted. */
    static final Set<UUID> CANCELLED = ConcurrentHashMap.newKeySet();

    /** Attempts of which nothing more is wanted. */
    static final Set<AttemptRef> SUPERSEDED = ConcurrentHashMap.newKeySet();

    static volatile int waiting;
    static volatile @Nullable Integer slotsLimit;
    static volatile boolean forgetful;
    static volatile boolean drain;

    /** The header with the token that came last, and one that is not good any more. */
    static volatile @Nullable String bearer;

    static volatile @Nullable String endedBearer;

    /** What is asked for, by path: parameters to hand out, and results that were handed in. */
    static final Map<String, byte[]> PAYLOADS = new ConcurrentHashMap<>();

    /** So many requests for payloads are answered with 503. */
    static final AtomicInteger AWAY = new AtomicInteger();

    private static final ObjectMapper JSON = Json.mapper();

    private static final CompletableFuture<AgentRegistration> FIRST = new CompletableFuture<>();

    private final HttpServer server;

    public ManagerFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the agent introduced itself first. */
    static AgentRegistration registration() throws Exception {
        return FIRST.get(60, SECONDS);
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/agents", this::answer);
        server.createContext("/tasks", this::answerPayload);
        server.start();
        return Map.of(
                "MANAGER_AGENT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "ymera.agent.name",
                "kit-test");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer == null || bearer.equals(endedBearer)) {
            send(exchange, 401, "{}");
        } else if (path.equals("/agents")) {
            AgentRegistration registration = JSON.readValue(body, AgentRegistration.class);
            FIRST.complete(registration);
            REGISTRATIONS.add(registration);
            forgetful = false;
            send(exchange, 201, JSON.writeValueAsString(new AgentRegistered(UUID.randomUUID(), "online", 200)));
        } else if (path.endsWith("/heartbeat") && forgetful) {
            send(exchange, 404, "{}");
        } else if (path.endsWith("/heartbeat")) {
            Heartbeat heartbeat = JSON.readValue(body, Heartbeat.class);
            HEARTBEATS.add(heartbeat);
            send(exchange, 200, JSON.writeValueAsString(reply(heartbeat)));
        } else {
            send(exchange, 204, "");
        }
    }

    private static HeartbeatReply reply(Heartbeat heartbeat) {
        List<AttemptRef> unwanted = heartbeat.attempts().stream()
                .filter(attempt -> SUPERSEDED.contains(attempt) || CANCELLED.contains(attempt.taskId()))
                .toList();
        return HeartbeatReply.received(List.copyOf(CANCELLED), unwanted, waiting, drain, slotsLimit);
    }

    /** As if an attempt that has no parameters here were over. */
    private void answerPayload(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath() + "#"
                + exchange.getRequestHeaders().getFirst("Fencing-Token");
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            send(exchange, 401, "{}");
        } else if (AWAY.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            send(exchange, 503, "{}");
        } else if (exchange.getRequestMethod().equals("PUT")) {
            PAYLOADS.put(path, body);
            send(exchange, 204, "");
        } else if (PAYLOADS.containsKey(path)) {
            send(exchange, 200, PAYLOADS.get(path));
        } else {
            send(exchange, 409, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
