package auth.token;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

@Path("/token")
public class TokenResource {
    @Inject
    TokenIssuer issuer;

    @POST
    public Response login(Credentials credentials) {
        NewCookie cookie = new NewCookie.Builder("access_token")
                .value(issuer.issue(credentials))
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.noContent().cookie(cookie).build();
    }

    public record Credentials(String user, String password) {}

    public interface TokenIssuer {
        String issue(Credentials credentials);
    }
}
