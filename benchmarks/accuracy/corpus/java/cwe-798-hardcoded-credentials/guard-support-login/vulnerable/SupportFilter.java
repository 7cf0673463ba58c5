package admin;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

@Provider
public class SupportFilter implements ContainerRequestFilter {
    private final String key = "sup-2291-Quartz-Lake";

    @Override
    public void filter(ContainerRequestContext context) {
        String given = String.valueOf(context.getHeaderString("X-Support-Key"));
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))) {
            context.abortWith(Response.status(403).build());
        }
    }
}
