package theme;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/theme")
public class ThemeResource {
    @POST
    public String set(@QueryParam("colour") @Colour String colour) {
        return colour;
    }
}
