package forum.profile;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

public class ProfilePage {
    public void show(Context ctx) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("theme", ctx.cookie("theme"));
        values.put("lang", "en");
        String lang = values.get("theme");
        Map<String, String> labels = Map.of("Posts", "12", "Likes", "40");
        String rows = labels.entrySet().stream()
                .map(e -> "<dt>" + e.getKey() + "</dt><dd>" + e.getValue() + "</dd>")
                .collect(Collectors.joining());
        ctx.html("<html lang=\"" + lang + "\"><body><dl>" + rows + "</dl></body></html>");
    }
}
