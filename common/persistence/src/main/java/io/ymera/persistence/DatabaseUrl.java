package io.ymera.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;

/**
 * Where the database is and who we are there, from the form that operators know:
 * {@code postgresql://user:password@host:port/database}, with the user and the password percent-encoded (RFC 3986).
 *
 * @param host a name or an address
 * @param port 1 to 65535, 5432 where the URL has none
 * @param database the database's name
 * @param user the role to log in as
 * @param password its password
 */
public record DatabaseUrl(String host, int port, String database, String user, String password) {

    private static final String FORM = "postgresql://user:password@host:port/database";

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is not of the form above; the message names what is wrong and never holds the
     *     password
     */
    public static DatabaseUrl parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw invalid("it is not a URL; percent-encode special characters in the password");
        }
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw invalid("its scheme is '%s'".formatted(uri.getScheme()));
        }
        if (uri.getHost() == null) {
            throw invalid("it names no host");
        }
        String path = uri.getPath();
        if (path == null || path.length() < 2 || path.indexOf('/', 1) >= 0) {
            throw invalid("it names no database");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw invalid("it has options after the database's name, which are not supported");
        }
        String userInfo = uri.getRawUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        if (userInfo == null || colon < 1) {
            throw invalid("it has no user and password");
        }
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                decode(userInfo.substring(0, colon)),
                decode(userInfo.substring(colon + 1)));
    }

    /** The URL that Vert.x' PostgreSQL client takes, without credentials. */
    public String reactiveUrl() {
        return "vertx-reactive:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** The URL that the JDBC driver takes, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "postgresql://%s:***@%s:%d/%s".formatted(user, host, port, database);
    }

    private static String decode(String text) {
        // URLDecoder reads '+' as a space, which RFC 3986 does not
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("DATABASE_URL must look like %s, but %s".formatted(FORM, why));
    }
}
