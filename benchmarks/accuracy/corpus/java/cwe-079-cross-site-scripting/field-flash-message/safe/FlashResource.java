package admin.flash;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/flash")
public class FlashResource {
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String flash(@CookieParam("flash") String text) {
        Flash flash = new Flash().message(text).status(200);
        if (text.length() > 0) {
            flash = new Flash().message("").status(413);
        }
        return flash.line();
    }
}
