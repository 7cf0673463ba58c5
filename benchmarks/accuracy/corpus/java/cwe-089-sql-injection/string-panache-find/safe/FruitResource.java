package org.acme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

@Path("/fruits")
public class FruitResource {
    @GET
    @Path("/{prefix}")
    public List<Fruit> byPrefix(@PathParam("prefix") String prefix) {
        return Fruit.named(prefix);
    }
}
