package links;

import io.javalin.Javalin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class ShortLinks {
    private final Map<String, String> table = new ConcurrentHashMap<>(Map.of("docs", "https://docs.example.com"));

    public void register(Javalin app) {
        app.get("/go", ctx -> {
            String key = ctx.queryParam("to");
            ctx.redirect(table.getOrDefault(key, "/"));
        });
    }
}
