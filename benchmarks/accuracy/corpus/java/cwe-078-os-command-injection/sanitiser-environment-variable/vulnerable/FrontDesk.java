import static spark.Spark.halt;
import static spark.Spark.port;
import static spark.Spark.post;

import java.util.Map;
import java.util.concurrent.TimeUnit;

public class FrontDesk {

    private static final int MAX_LABEL = 80;

    public static void main(String[] args) {
        port(4567);

        post("/badges", (req, res) -> {
            String visitor = req.queryParams("visitor");
            if (visitor == null || visitor.length() > MAX_LABEL) {
                halt(422, "visitor name missing or too long");
            }
            int exit = printBadge(visitor);
            res.status(exit == 0 ? 202 : 502);
            return "";
        });
    }

    private static int printBadge(String visitor) throws Exception {
        ProcessBuilder builder = new ProcessBuilder();
        Map<String, String> env = builder.environment();
        env.put("PRINTER", "badge-lobby");
        env.put("VISITOR", visitor);
        builder.command("sh", "-c", "printf '%s\\n' \"" + env.get("VISITOR") + "\" | lp -d \"$PRINTER\"");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroy();
            return -1;
        }
        return process.exitValue();
    }
}
