package paste;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;

@Path("/pastes")
public class PasteResource {
    @POST
    @Consumes("text/plain")
    public String tidy(String text) {
        return text.lines().map(PasteResource::trimmed).collect(Collectors.joining("\n"));
    }

    private static String trimmed(String line) {
        return line.stripTrailing();
    }
}
