package io.ymera.auth.algorithm;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.ymera.auth.AuthFilesResource;
import io.ymera.testkit.PostgresResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** auth-service set to an algorithm, with a database of its own, which then has no keys of another. */
public abstract class SignedWith implements QuarkusTestProfile {

    private final String algorithm;

    SignedWith(String algorithm) {
        this.algorithm = algorithm;
    }

    public static final class Es256 extends SignedWith {
        public Es256() {
            super("ES256");
        }
    }

    public static final class EdDsa extends SignedWith {
        public EdDsa() {
            super("EdDSA");
        }
    }

    public static final class Hs256 extends SignedWith {
        public Hs256() {
            super("HS256");
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("JWT_ALGORITHM", algorithm, "JWT_SECRET_KEY", "6b0e0c2c9f7f4f0e8f1d3a5b7c9e2d4f6a8b0c1d3e5f7a9b");
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(
                        PostgresResource.class, Map.of("role", "auth_" + algorithm.toLowerCase(Locale.ROOT))),
                new TestResourceEntry(AuthFilesResource.class));
    }
}
