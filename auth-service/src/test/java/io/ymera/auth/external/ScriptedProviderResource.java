package io.ymera.auth.external;

import com.nimbusds.jose.JOSEException;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that people can sign in to through a {@link ScriptedProvider}; arguments become settings. */
public final class ScriptedProviderResource implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> settings = new HashMap<>();
    private @Nullable ScriptedProvider provider;

    @Override
    public void init(Map<String, String> arguments) {
        settings.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        try {
            provider = new ScriptedProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        settings.put("OIDC_ISSUER_URL", provider.issuer());
        settings.put("OIDC_CLIENT_ID", ScriptedProvider.CLIENT_ID);
        settings.put("OIDC_CLIENT_SECRET", ScriptedProvider.CLIENT_SECRET);
        settings.put("OIDC_NAME", "Tests");
        return settings;
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
    }
}
