package io.ymera.gateway.door;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate and key that handshakes use, which can be changed between two of them: one that has begun goes on with what it began with.
 * Vert.x (4.5) can change them as well, but drops the connections that come meanwhile. Thread-safe.
 */
final class ChangingKey extends X509ExtendedKeyManager {

    private static final char SEPARATOR = ':';

    private volatile @Nullable Generation latest;

    /** A pair, its number, and the one before. */
    private record Generation(
            int number, X509KeyManager keys, @Nullable Generation before) {}

    /** For handshakes from now on. */
    synchronized void use(X509KeyManager keys) {
        Generation old = latest;
        latest = old == null
                ? new Generation(0, keys, null)
                : new Generation(old.number() + 1, keys, new Generation(old.number(), old.keys(), null));
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseServerAlias(type, issuers, null);
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        Generation now = latest;
        @Nullable String alias = now == null ? null : now.keys().chooseServerAlias(type, issuers, socket);
        return alias == null || now == null ? null : now.number() + String.valueOf(SEPARATOR) + alias;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        @Nullable Generation chosen = chosen(alias);
        return chosen == null ? null : chosen.keys().getCertificateChain(inner(alias));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        @Nullable Generation chosen = chosen(alias);
        return chosen == null ? null : chosen.keys().getPrivateKey(inner(alias));
    }

    private @Nullable Generation chosen(String alias) {
        int number = Integer.parseInt(alias, 0, alias.indexOf(SEPARATOR), 10);
        @Nullable Generation found = latest;
        while (found != null && found.number() != number) {
            found = found.before();
        }
        return found;
    }

    private static String inner(String alias) {
        return alias.substring(alias.indexOf(SEPARATOR) + 1);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
