package cms.snippets;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

@Path("/snippets")
public class SnippetResource {
    private final PebbleEngine engine = new PebbleEngine.Builder()
            .loader(new StringLoader())
            .cacheActive(false)
            .build();

    @POST
    @Consumes("text/plain")
    public String show(String body) throws IOException {
        Map<String, Object> snippet = new HashMap<>();
        snippet.put("layout", "<div class=\"snippet\">{{ body }}</div>");
        snippet.put("body", body);
        StringWriter out = new StringWriter();
        engine.getTemplate((String) snippet.get("layout")).evaluate(out, snippet);
        return out.toString();
    }
}
