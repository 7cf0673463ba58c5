package io.ymera.manager;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.testkit.HostileTokenSuite;
import java.net.URI;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class HostileTokenResourceTest extends HostileTokenSuite {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI service;

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String protectedPath() {
        return "/capabilities";
    }

    @Override
    protected String goodToken() {
        return Client.user().token();
    }
}
