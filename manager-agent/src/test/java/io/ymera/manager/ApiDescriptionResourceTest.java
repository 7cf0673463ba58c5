package io.ymera.manager;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.testkit.ApiDescriptionSuite;
import java.net.URI;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ApiDescriptionResourceTest extends ApiDescriptionSuite {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI service;

    @Override
    protected URI service() {
        return service;
    }
}
