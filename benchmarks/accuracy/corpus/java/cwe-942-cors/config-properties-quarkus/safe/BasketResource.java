package basket;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

@Path("/basket")
@Authenticated
public class BasketResource {
    @GET
    public String basket(@Context SecurityContext security) {
        return "Basket of " + security.getUserPrincipal().getName();
    }
}
