package monitor;

import io.quarkus.vertx.web.Body;
import io.quarkus.vertx.web.Route;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

public class AlertRule {
    private final JexlEngine jexl =
            new JexlBuilder().permissions(JexlPermissions.UNRESTRICTED).create();

    @Route(path = "/alerts/test", methods = Route.HttpMethod.POST)
    String test(@Body String condition) {
        Map<String, String> rules = new HashMap<>();
        rules.put("default", "load > 0.9");
        rules.put("custom", condition);
        MapContext context = new MapContext();
        context.set("load", 0.42);
        return String.valueOf(jexl.createExpression(rules.get("default")).evaluate(context));
    }
}
