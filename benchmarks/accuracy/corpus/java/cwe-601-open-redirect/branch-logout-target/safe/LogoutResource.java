package auth.logout;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/logout")
public class LogoutResource {
    @GET
    public Response logout(@QueryParam("post_logout_redirect_uri") String target, @QueryParam("state") String state) {
        URI uri = URI.create("/bye");
        if (target != null) {
            URI wanted = URI.create(target);
            if ("app.example.com".equals(wanted.getHost())) {
                uri = wanted;
            } else if (state != null) {
                uri = URI.create("/bye?state=ok");
            }
        }
        return Response.seeOther(uri).build();
    }
}
