package ops.logs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

@Path("/logs")
public class LogViewer {
    @GET
    public InputStream view(@QueryParam("name") String name) throws IOException {
        Deque<String> names = new ArrayDeque<>();
        names.push("server.log");
        names.push(name);
        names.push("audit.log");
        names.pop();
        return new FileInputStream("/var/log/app/" + names.peek());
    }
}
