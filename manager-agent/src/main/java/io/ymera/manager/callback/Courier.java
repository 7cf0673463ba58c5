package io.ymera.manager.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes one attempt to deliver a callback. What a hostile owner, receiver or name server could try, and what is done:
 *
 * <ul>
 *   <li>A URL that leads inside (SSRF): schemes other than https, users, odd spellings of addresses are refused when the
 *       task is handed in, see {@link CallbackUrl}. The name is looked up for each attempt, and if one of its addresses is
 *       not public ({@link PublicAddress}), nothing is sent to any.
 *   <li>A name that leads elsewhere the second time (DNS rebinding): the connection goes to the very address that was
 *       checked, and nobody looks the name up again. Host, SNI and the check of the certificate use the name.
 *   <li>A redirect inside: not followed.
 *   <li>A slow name server, receiver or answer: one limit for all of the attempt, and a smaller one for the connection;
 *       limits per owner and host are {@link Lanes}'.
 *   <li>A large or endless answer: the body is read up to a limit and kept nowhere, is never decompressed, and heads have
 *       the client's limits; no connection is used twice, so nothing of one answer can be taken for another's.
 *   <li>A probe of the network, from outside: what owners see of a failure is a {@link DeliveryError} and the status, never
 *       an address or a body.
 *   <li>A forged, changed or replayed callback: signature over id, time and body, see {@link Signature}.
 *   <li>Meters by the receiver's name, which would grow without end: the client has no metrics name, so there are none.
 * </ul>
 *
 * <p>Not covered: a public address that is routed inside by the network around the manager; egress rules are for that.
 */
@Singleton
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final CallbackSettings settings;
    private final NameResolver names;
    private final Keyring keyring;
    private final Clock clock;
    private final HttpClient client;
    private final ExecutorService lookUps;

    @Inject
    Courier(Vertx vertx, CallbackSettings settings, NameResolver names, Keyring keyring, Clock clock) {
        this(vertx, settings, names, keyring, clock, new HttpClientOptions());
    }

    /** For tests, which have certificate authorities of their own. */
    Courier(
            Vertx vertx,
            CallbackSettings settings,
            NameResolver names,
            Keyring keyring,
            Clock clock,
            HttpClientOptions options) {
        this.settings = settings;
        this.names = names;
        this.keyring = keyring;
        this.clock = clock;
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setMaxPoolSize(settings.concurrency())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis())));
        // Look-ups can't be interrupted: those that were given up on still have a thread for a while
        this.lookUps = new ThreadPoolExecutor(
                0,
                4 * settings.concurrency(),
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("callback-names-", 0).daemon().factory());
    }

    /** Never fails; ends within the total timeout. */
    Uni<Answer> deliver(Parcel parcel) {
        CallbackUrl url;
        try {
            url = CallbackUrl.parse(parcel.url(), settings);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(Answer.failed(DeliveryError.REFUSED_URL));
        }
        List<byte[]> signing = keyring.unlock(parcel.secrets(), parcel.owner());
        if (signing.isEmpty()) {
            return Uni.createFrom().item(Answer.failed(DeliveryError.NO_SECRET));
        }
        Outgoing outgoing = new Outgoing(parcel, url, signing);
        return addresses(url)
                .chain(outgoing::send)
                .ifNoItem()
                .after(settings.totalTimeout())
                .recoverWithItem(outgoing::answerByNow)
                .onFailure()
                .recoverWithItem(thrown -> Answer.failed(meaning(thrown, parcel)));
    }

    private Uni<List<InetAddress>> addresses(CallbackUrl url) {
        Optional<InetAddress> literal = url.literal();
        return literal.isPresent()
                ? Uni.createFrom().item(List.of(literal.get()))
                : Uni.createFrom().emitter(found -> lookUps.execute(() -> lookUp(url.host(), found)));
    }

    private void lookUp(String host, UniEmitter<? super List<InetAddress>> found) {
        try {
            found.complete(names.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            found.fail(e);
        }
    }

    private static DeliveryError meaning(Throwable thrown, Parcel parcel) {
        return switch (thrown) {
            case UnknownHostException e -> DeliveryError.UNKNOWN_HOST;
            case RejectedExecutionException e -> DeliveryError.TIMEOUT;
            default -> {
                LOG.errorf(thrown, "Callback %s could not be sent", parcel.id());
                yield DeliveryError.INTERNAL;
            }
        };
    }

    @PreDestroy
    void close() {
        client.close();
        lookUps.shutdownNow();
    }

    /** An attempt, and how far it has come. */
    private final class Outgoing {

        private final Parcel parcel;
        private final CallbackUrl url;
        private final List<byte[]> signing;
        private volatile Optional<Exchange> exchange = Optional.empty();

        Outgoing(Parcel parcel, CallbackUrl url, List<byte[]> signing) {
            this.parcel = parcel;
            this.url = url;
            this.signing = signing;
        }

        Uni<Answer> send(List<InetAddress> addresses) {
            if (addresses.isEmpty()) {
                return Uni.createFrom().item(Answer.failed(DeliveryError.UNKNOWN_HOST));
            }
            if (!settings.allowPrivate() && !addresses.stream().allMatch(PublicAddress::isPublic)) {
                return Uni.createFrom().item(Answer.failed(DeliveryError.REFUSED_ADDRESS));
            }
            // Another one each time: one of several may be out of order
            InetAddress address = addresses.get((parcel.attempt() - 1) % addresses.size());
            Buffer body = Buffer.buffer(parcel.body().getBytes(UTF_8));
            Exchange begun = new Exchange(client, request(address, body), body);
            exchange = Optional.of(begun);
            return begun.send();
        }

        Answer answerByNow() {
            return exchange.map(Exchange::answerByNow).orElseGet(() -> Answer.failed(DeliveryError.TIMEOUT));
        }

        private RequestOptions request(InetAddress address, Buffer body) {
            Instant now = clock.instant();
            return new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                    .setHost(url.host())
                    .setPort(url.port())
                    .setSsl(url.tls())
                    .setURI(url.target())
                    .setFollowRedirects(false)
                    .putHeader("host", url.authority())
                    .putHeader("content-type", "application/json")
                    .putHeader("user-agent", "ymera-callbacks/1")
                    .putHeader("webhook-id", parcel.id().toString())
                    .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .putHeader("webhook-signature", Signature.header(parcel.id(), now, body.getBytes(), signing));
        }
    }
}
