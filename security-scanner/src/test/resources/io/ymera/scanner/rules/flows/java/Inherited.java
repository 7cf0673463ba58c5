import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import picocli.CommandLine;

abstract class Inherited extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(target(request.getParameter("to"))); // finding: open-redirect
    }

    protected String target(String to) {
        return "/home";
    }

    static class Open extends Inherited {
        @Override
        protected String target(String to) {
            return to;
        }
    }
}

class Fruit extends PanacheEntity {
    public String name;

    static List<Fruit> named(String name) {
        return list("name = '" + name + "'"); // finding: sql-injection
    }
}

class Fruits {
    @QueryParam("name")
    String name;

    @GET
    public List<Fruit> all() {
        return Fruit.named(name);
    }
}

class Decoded extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        if (name.contains("..") || name.contains("/")) {
            return;
        }
        java.nio.file.Files.readString(java.nio.file.Path.of("/srv/" + name));
        java.nio.file.Files.readString(java.nio.file.Path.of("/srv/" + URLDecoder.decode(name, StandardCharsets.UTF_8))); // finding: path-traversal
    }
}
