package paste;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@Path("/pastes")
public class PasteResource {
    private static final Pattern END = Pattern.compile("[ \\t]+$");

    @POST
    @Consumes("text/plain")
    public String tidy(String text) {
        return text.lines().map(PasteResource::trimmed).collect(Collectors.joining("\n"));
    }

    private static String trimmed(String line) {
        return END.matcher(line).replaceAll("");
    }
}
