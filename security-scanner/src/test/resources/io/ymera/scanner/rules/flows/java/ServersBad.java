package x;
import java.io.*; import java.nio.file.*; import java.sql.*; import java.util.*;
import io.javalin.Javalin; import io.javalin.http.Context;
import io.micronaut.http.annotation.Controller; import io.micronaut.http.annotation.Get; import io.micronaut.http.annotation.Post; import io.micronaut.http.annotation.Body; import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.HttpRequest;
import jakarta.ws.rs.GET; import jakarta.ws.rs.POST; import jakarta.ws.rs.QueryParam; import jakarta.ws.rs.PathParam; import jakarta.ws.rs.core.UriInfo; import jakarta.ws.rs.BeanParam; import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.resteasy.reactive.RestQuery;
import org.springframework.kafka.annotation.KafkaListener; import org.springframework.jms.annotation.JmsListener;
import org.springframework.web.socket.*; import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.graphql.data.method.annotation.*;
import org.apache.kafka.clients.consumer.*;
import com.sun.net.httpserver.*;
import static spark.Spark.get;
import play.mvc.*;

class ServersBad {
    Statement st; io.quarkus.hibernate.orm.panache.PanacheRepository<Object> repo; io.agroal.api.AgroalDataSource ds; org.hibernate.reactive.mutiny.Mutiny.SessionFactory sf; org.jdbi.v3.core.Jdbi jdbi;
    void javalin() {
        Javalin.create().get("/a", ctx -> st.executeQuery("select " + ctx.queryParam("x"))); // finding: sql-injection
        Javalin app = Javalin.create(c -> {});
        app.post("/b", this::post);
        app.get("/c/{id}", ctx -> { String id = ctx.pathParam("id"); ctx.html("<p>" + id); }); // finding: xss
        app.get("/d", ctx -> ctx.json(Files.readString(Path.of("/x/" + ctx.pathParamAsClass("f", String.class).get())))); // finding: path-traversal
    }
    void post(Context ctx) throws Exception { Map<String, String> b = ctx.bodyAsClass(Map.class); st.executeQuery("select " + b.get("x")); } // finding: sql-injection
    void spark() { get("/x", (req, res) -> st.executeQuery("select " + req.queryParams("x"))); // finding: sql-injection
        get("/y/:n", (req, res) -> "<p>" + req.params(":n") + "</p>"); } // finding: xss
    void server(HttpServer s) { s.createContext("/x", ex -> { String q = ex.getRequestURI().getQuery(); try { st.executeQuery("select " + q); } catch (SQLException e) { } }); } // finding: sql-injection
    @KafkaListener(topics = "a") void kafka(ConsumerRecord<String, String> r) throws Exception { st.executeQuery("select " + r.value()); } // finding: sql-injection
    @KafkaListener(topics = "a") void kafka2(String r) throws Exception { st.executeQuery("select " + r); } // finding: sql-injection
    @JmsListener(destination = "q") void jms(jakarta.jms.TextMessage m) throws Exception { st.executeQuery("select " + m.getText()); } // finding: sql-injection
    @Incoming("a") void incoming(String m) throws Exception { st.executeQuery("select " + m); } // finding: sql-injection
    void poll(KafkaConsumer<String, String> c) throws Exception { for (ConsumerRecord<String, String> r : c.poll(java.time.Duration.ofSeconds(1))) st.executeQuery("select " + r.value()); } // finding: sql-injection
    static class Ws extends TextWebSocketHandler { Statement st; protected void handleTextMessage(WebSocketSession s, TextMessage m) throws Exception { st.executeQuery("select " + m.getPayload()); } } // finding: sql-injection
    @jakarta.websocket.server.ServerEndpoint("/ws") static class Ep { Statement st; @jakarta.websocket.OnMessage public void on(String m) throws Exception { st.executeQuery("select " + m); } } // finding: sql-injection
    @QueryMapping Object q(@Argument String name) throws Exception { return st.executeQuery("select " + name); } // finding: sql-injection
    Object fetch(graphql.schema.DataFetchingEnvironment env) throws Exception { String n = env.getArgument("n"); return st.executeQuery("select " + n); } // finding: sql-injection
    @jakarta.ws.rs.Path("/r") static class R { Statement st; @jakarta.ws.rs.core.Context UriInfo uri; @QueryParam("f") String f;
        @GET public Object a(@QueryParam("x") String x) throws Exception { return st.executeQuery("select " + x); } // finding: sql-injection
        @GET @jakarta.ws.rs.Path("{id}") public Object b(@PathParam("id") String x) throws Exception { return st.executeQuery("select " + x); } // finding: sql-injection
        @POST public Object c(Dto d) throws Exception { return st.executeQuery("select " + d.name); } // finding: sql-injection
        @GET public Object d() throws Exception { return st.executeQuery("select " + uri.getQueryParameters().getFirst("x")); } // finding: sql-injection
        @GET public Object e(@BeanParam P p) throws Exception { return st.executeQuery("select " + p.n); } // finding: sql-injection
        @GET public Object f(@RestQuery String x) throws Exception { return st.executeQuery("select " + x); } // finding: sql-injection
        @GET public Object g() throws Exception { return st.executeQuery("select " + f); } // finding: sql-injection
        @GET public Object h(@jakarta.ws.rs.core.Context jakarta.ws.rs.core.HttpHeaders hh) throws Exception { return st.executeQuery("select " + hh.getHeaderString("X")); } // finding: sql-injection
    }
    static class Dto { public String name; } static class P { @QueryParam("n") public String n; }
    @Controller("/m") static class M { Statement st; io.micronaut.data.jdbc.runtime.JdbcOperations ops;
        @Get("/a") Object a(@QueryValue String x) throws Exception { return st.executeQuery("select " + x); } // finding: sql-injection
        @Post("/b") Object b(@Body Dto d) throws Exception { return st.executeQuery("select " + d.name); } // finding: sql-injection
        @Get("/c/{id}") Object c(String id) throws Exception { return st.executeQuery("select " + id); } // finding: sql-injection
        @Get("/d") Object d(HttpRequest<?> r) throws Exception { return st.executeQuery("select " + r.getParameters().get("x")); } // finding: sql-injection
    }
    public static class Pc extends play.mvc.Controller { Statement st; public Result show(Http.Request r, String id) throws Exception { st.executeQuery("select " + id); return ok("x"); } // finding: sql-injection
        public Result q(Http.Request r) throws Exception { st.executeQuery("select " + r.getQueryString("q")); return ok("<p>" + r.queryString("q").get() + "</p>").as("text/html"); } } // finding: sql-injection, xss
    static class G extends GreeterGrpc.GreeterImplBase { Statement st; public void hello(Req r, io.grpc.stub.StreamObserver<Req> o) { try { st.executeQuery("select " + r.getName()); } catch (SQLException e) { o.onError(io.grpc.Status.INTERNAL.withDescription(e.getMessage()).asRuntimeException()); } } } // finding: sql-injection
    static class L implements com.amazonaws.services.lambda.runtime.RequestHandler<Map<String, String>, String> { Statement st; public String handleRequest(Map<String, String> in, com.amazonaws.services.lambda.runtime.Context c) { try { st.executeQuery("select " + in.get("x")); } catch (SQLException e) { } return ""; } } // finding: sql-injection
    Object panache(String s) { return null; }
    @GET Object pan(@QueryParam("s") String s) { return repo.find("name = '" + s + "'").list(); } // finding: sql-injection
    @GET Object mut(@QueryParam("s") String s) { return sf.withSession(x -> x.createQuery("from A where n = '" + s + "'", Object.class).getResultList()); } // finding: sql-injection
    @GET Object jd(@QueryParam("s") String s) { return jdbi.withHandle(h -> h.createQuery("select * from a where n = '" + s + "'").mapToMap().list()); } // finding: sql-injection
    @GET Object jd2(@QueryParam("s") String s) { try (var h = jdbi.open()) { return h.select("select * from a where n = '" + s + "'").mapToMap().list(); } } // finding: sql-injection
    @GET Object conn(@QueryParam("s") String s) throws Exception { try (Connection c = ds.getConnection(); Statement q = c.createStatement()) { return q.executeQuery("select " + s); } } // finding: sql-injection
    static class Filter2 implements jakarta.servlet.Filter { Statement st; public void doFilter(jakarta.servlet.ServletRequest r, jakarta.servlet.ServletResponse s, jakarta.servlet.FilterChain c) { try { st.executeQuery("select " + ((jakarta.servlet.http.HttpServletRequest) r).getHeader("X")); } catch (SQLException e) { } } } // finding: sql-injection
    org.springframework.web.reactive.function.server.RouterFunction<?> routes() { return org.springframework.web.reactive.function.server.RouterFunctions.route().GET("/x", r -> { try { st.executeQuery("select " + r.queryParam("x").orElse("")); } catch (SQLException e) { } return null; }).build(); } // finding: sql-injection
    @picocli.CommandLine.Command static class Cli implements Runnable { @picocli.CommandLine.Option(names = "-f") String f; Statement st; public void run() { try { st.executeQuery("select " + f); } catch (SQLException e) { } } } // finding: sql-injection
    public static void main(String[] a) throws Exception { Runtime.getRuntime().exec("ls " + a[0]); } // finding: command-injection
    @org.springframework.web.bind.annotation.GetMapping("/z") Object z(org.springframework.web.context.request.WebRequest r) throws Exception { return st.executeQuery("select " + r.getParameter("x")); } // finding: sql-injection
    @org.springframework.web.bind.annotation.GetMapping("/z") Object z2(@org.springframework.web.bind.annotation.RequestParam Map<String, String> m) throws Exception { return st.executeQuery("select " + m.get("x")); } // finding: sql-injection
    @org.springframework.web.bind.annotation.GetMapping("/z") Object z3(Dto d) throws Exception { return st.executeQuery("select " + d.name); } // finding: sql-injection
    @org.springframework.web.bind.annotation.PostMapping("/z") Object z4(org.springframework.http.RequestEntity<String> d) throws Exception { return st.executeQuery("select " + d.getBody()); } // finding: sql-injection
    @org.springframework.web.bind.annotation.GetMapping("/z") Object z5(org.springframework.web.server.ServerWebExchange e) throws Exception { return st.executeQuery("select " + e.getRequest().getQueryParams().getFirst("x")); } // finding: sql-injection
}
