package io.ymera.gateway.door;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.testkit.HostileTokenSuite;
import io.ymera.testkit.TokenIssuer;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
class HostileTokenResourceTest extends HostileTokenSuite {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI service;

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String protectedPath() {
        return "/api/v1/tasks";
    }

    @Override
    protected String goodToken() {
        return TokenIssuer.shared().user();
    }
}
