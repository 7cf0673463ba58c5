package w;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.*;
import io.vertx.core.*;
import io.vertx.core.http.*;
import jakarta.inject.Inject;
import jakarta.persistence.*;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.stream.*;
import org.springframework.core.io.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.*;
import reactor.core.publisher.Mono;

class Vertx extends AbstractVerticle {
    public void start() {
        Router router = Router.router(vertx);
        router.get("/run").handler(ctx -> {
            String cmd = ctx.request().getParam("cmd");
            try { Runtime.getRuntime().exec(cmd); } catch (IOException e) { } // finding: command-injection
            ctx.response().putHeader("content-type", "text/html").end("<h1>" + ctx.queryParam("n").get(0) + "</h1>"); // finding: xss
        });
        router.get("/file/:name").handler(this::file);
    }
    private void file(RoutingContext ctx) {
        ctx.response().sendFile("/srv/" + ctx.pathParam("name")); // finding: path-traversal
    }
}
@jakarta.ws.rs.Path("/docs")
class Docs {
    @Inject EntityManager em;
    @GET @jakarta.ws.rs.Path("{name}") @Produces(MediaType.TEXT_HTML)
    public Response doc(@jakarta.ws.rs.PathParam("name") String name, @Context UriInfo info) throws IOException {
        java.nio.file.Path p = java.nio.file.Path.of("/docs", name);
        if (Files.exists(p)) { // finding: path-traversal
            return Response.ok(Files.readString(p)).build(); // finding: path-traversal
        }
        String q = info.getQueryParameters().getFirst("q");
        em.createQuery("from Doc d where d.title = '" + q + "'"); // finding: sql-injection
        return Response.status(404).entity("<p>" + name).build(); // finding: xss
    }
    @GET @jakarta.ws.rs.Path("go")
    public Response go(@QueryParam("to") String to) { return Response.seeOther(URI.create(to)).build(); } // finding: open-redirect
    @GET @jakarta.ws.rs.Path("home")
    public Response home(@QueryParam("to") String to) { return Response.seeOther(URI.create("/home?x=" + to)).build(); }
    @POST @Consumes(MediaType.APPLICATION_JSON)
    public Response post(DocForm form) { Log.infof("got %s", form.title); em.createNativeQuery("insert into d values ('" + form.title + "')"); return null; } // finding: log-injection, sql-injection
    public static class DocForm { public String title; public int n; }
}
@org.springframework.web.bind.annotation.RestController
class Flux {
    private final WebClient client = WebClient.create();
    @GetMapping("/p") Mono<String> p(@RequestParam String url) { return client.get().uri(url).retrieve().bodyToMono(String.class); } // finding: ssrf
    @GetMapping("/q") Mono<String> q(@RequestParam String id) { return client.get().uri("https://api.x.example/u/{id}", id).retrieve().bodyToMono(String.class); }
    @GetMapping("/res") ResponseEntity<Resource> res(@RequestParam String f) { return ResponseEntity.ok(new FileSystemResource("/srv/" + f)); } // finding: path-traversal
    @GetMapping("/num/{n}") String num(@PathVariable Long n) throws IOException { new ProcessBuilder("kill", "" + n).start(); return "ok"; }
    @PostMapping("/up") String up(@RequestPart("file") org.springframework.web.multipart.MultipartFile file) throws IOException {
        String ext = file.getOriginalFilename().substring(file.getOriginalFilename().lastIndexOf('.') + 1);
        Files.write(Paths.get("/up", UUID.randomUUID() + ".bin"), file.getBytes());
        Files.write(Paths.get("/up", file.getOriginalFilename()), file.getBytes()); // finding: path-traversal, file-upload
        return "ok"; }
}
class Sock {
    void serve(ServerSocket ss) throws Exception {
        Socket s = ss.accept();
        BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        Runtime.getRuntime().exec("ls " + line); // finding: command-injection
        Scanner sc = new Scanner(s.getInputStream());
        new FileInputStream(sc.nextLine()); // finding: path-traversal
    }
    public static void main(String[] args) throws Exception {
        Connection c = DriverManager.getConnection("jdbc:h2:mem:");
        ResultSet rs = c.createStatement().executeQuery("select x from t");
        while (rs.next()) { c.createStatement().execute("delete from t where x = '" + rs.getString("x") + "'"); }
    }
}
@jakarta.websocket.server.ServerEndpoint("/ws")
class Ws {
    @jakarta.websocket.OnMessage public void on(String message, jakarta.websocket.Session session) throws Exception { Runtime.getRuntime().exec(message); } // finding: command-injection
    @org.springframework.kafka.annotation.KafkaListener(topics = "t") void consume(String msg) throws Exception { Class.forName(msg); } // finding: unsafe-reflection
}
