package io.ymera.bench.measure;

import io.ymera.local.client.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** A user whom nobody knew before, so that nothing of an earlier run counts against it. */
public final class NewUser {

    private NewUser() {}

    /** Registers one at auth-service and logs it in; the answer is its access token. */
    public static String token(URI authService) throws IOException, InterruptedException {
        String name = "bench-" + UUID.randomUUID().toString().substring(24);
        String password = UUID.randomUUID().toString();
        try (GatewayClient auth = new GatewayClient(authService)) {
            auth.send("POST", "/auth/register", null, """
                            {"username": "%s", "email": "%s@example.org", "password": "%s"}
                            """.formatted(name, name, password))
                    .require(201);
            return auth.send("POST", "/auth/login", null, """
                            {"username": "%s", "password": "%s"}
                            """.formatted(name, password))
                    .require(200)
                    .path("access_token")
                    .asText();
        }
    }
}
