package io.ymera.gateway.apidocs;

import static java.util.Map.entry;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The descriptions of the API and the pages that show them, by path. There is a fixed list of them: nothing of a request is ever
 * part of a file's name. Each is read when it is first asked for, and kept. Thread-safe.
 */
@Singleton
public final class ApiDocs {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Its styles are in its script; its icons are data. "Try it out" asks this origin. */
    private static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The same, and its search runs in a worker that it makes out of its own text. */
    private static final String REDOC =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
                    + "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    /** These change with the gateway's release only, but their paths stay. */
    private static final Duration PACKAGED = Duration.ofHours(1);

    private static final Map<String, Kept> KEPT = Map.ofEntries(
            entry("/openapi.json", new Kept("openapi.json", JSON, NOTHING, Duration.ZERO)),
            entry("/asyncapi.json", new Kept("asyncapi.json", JSON, NOTHING, Duration.ZERO)),
            entry("/docs", new Kept("docs.html", HTML, SWAGGER_UI, Duration.ZERO)),
            entry("/docs/docs.js", new Kept("docs.js", SCRIPT, NOTHING, Duration.ZERO)),
            packaged("/docs/", "swagger-ui.css", STYLE),
            packaged("/docs/", "swagger-ui-bundle.js", SCRIPT),
            packaged("/docs/", "swagger-ui-bundle.js.LICENSE.txt", TEXT),
            entry("/redoc", new Kept("redoc.html", HTML, REDOC, Duration.ZERO)),
            entry("/redoc/redoc.js", new Kept("redoc.js", SCRIPT, NOTHING, Duration.ZERO)),
            entry("/redoc/redoc.css", new Kept("redoc.css", STYLE, NOTHING, Duration.ZERO)),
            packaged("/redoc/", "redoc.standalone.js", SCRIPT),
            packaged("/redoc/", "redoc.standalone.js.LICENSE.txt", TEXT));

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** All paths that lead to something. */
    public static Set<String> paths() {
        return KEPT.keySet();
    }

    /** What is at exactly {@code path}. The first time it reads a resource, which takes some milliseconds. */
    public Optional<Asset> find(String path) {
        Kept kept = KEPT.get(path);
        return kept == null ? Optional.empty() : Optional.of(read.computeIfAbsent(kept.name(), name -> read(kept)));
    }

    /** What is kept as a resource {@code assets/name} of this package, and beside it {@code name.gz}. */
    private record Kept(String name, String contentType, String contentSecurityPolicy, Duration maxAge) {}

    private static Map.Entry<String, Kept> packaged(String folder, String name, String contentType) {
        return entry(folder + name, new Kept(name, contentType, NOTHING, PACKAGED));
    }

    private static Asset read(Kept kept) {
        byte[] plain = resource(kept.name());
        byte[] gzip = resource(kept.name() + ".gz");
        return new Asset(kept.contentType(), body(plain), body(gzip), kept.contentSecurityPolicy(), kept.maxAge());
    }

    private static Asset.Body body(byte[] bytes) {
        return new Asset.Body(Buffer.buffer(bytes), "\"" + digest(bytes) + "\"");
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = ApiDocs.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The gateway was built without " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
