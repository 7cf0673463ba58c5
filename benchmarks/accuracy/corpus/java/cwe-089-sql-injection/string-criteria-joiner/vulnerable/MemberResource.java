package club.members;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

@Path("/members")
@Produces("application/json")
public class MemberResource {
    @Inject
    MemberRepository members;

    @GET
    public List<?> find(@Context UriInfo uri) {
        return members.search(uri.getQueryParameters());
    }
}
