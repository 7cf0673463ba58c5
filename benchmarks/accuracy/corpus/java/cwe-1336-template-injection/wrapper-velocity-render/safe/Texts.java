package newsletter;

import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

class Texts {
    private final VelocityEngine engine = new VelocityEngine();

    Texts() {
        engine.init();
    }

    String fill(String text, String value) {
        VelocityContext context = new VelocityContext();
        context.put("value", value);
        StringWriter out = new StringWriter();
        engine.evaluate(context, out, "text", text);
        return out.toString();
    }
}
