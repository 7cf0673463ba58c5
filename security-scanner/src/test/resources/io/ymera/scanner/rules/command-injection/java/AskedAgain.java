import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

class AskedAgain {

    private static final Set<String> MODES = Set.of("fast", "slow");

    void same(HttpServletRequest request) throws IOException {
        if (MODES.contains(request.getParameter("mode"))) {
            Runtime.getRuntime().exec("run " + request.getParameter("mode"));
            Runtime.getRuntime().exec("run " + request.getParameter("name")); // finding: command-injection
            Runtime.getRuntime().exec("run " + request.getHeader("mode")); // finding: command-injection
        }
    }

    void next(HttpServletRequest request) throws IOException {
        BufferedReader body = request.getReader();
        if (MODES.contains(body.readLine())) {
            Runtime.getRuntime().exec("run " + body.readLine()); // finding: command-injection
        }
    }
}
