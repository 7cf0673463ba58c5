package graph;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

@Path("/friends")
public class FriendResource {
    @Inject
    FriendGraph graph;

    @GET
    @Path("{name}")
    public List<String> friends(@PathParam("name") String name) {
        return graph.friendsOf(name);
    }
}
