import io.vertx.core.AbstractVerticle;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

class Reactive extends AbstractVerticle {
    private PgPool pool;
    private DatabaseClient client;

    @Override
    public void start() {
        Router router = Router.router(vertx);
        router.post("/rooms").handler(this::search);
        router.get("/rooms/:id").produces("application/json").handler(ctx -> {
            String id = ctx.pathParam("id");
            pool.query("SELECT * FROM room WHERE id = " + id).execute(); // finding: sql-injection
            pool.preparedQuery("SELECT * FROM room WHERE id = $1").execute(Tuple.of(id)).onSuccess(rows -> ctx.end());
        });
    }

    private void search(RoutingContext ctx) {
        JsonObject wanted = ctx.body().asJsonObject();
        String view = wanted.getString("view", "sea");
        Integer beds = wanted.getInteger("beds");
        pool.preparedQuery("SELECT no FROM room WHERE view = '" + view + "'").execute(); // finding: sql-injection
        pool.preparedQuery("SELECT no FROM room WHERE beds >= " + beds).execute();
        pool.withTransaction(c -> c.query("DELETE FROM room WHERE view = '" + view + "'").execute()); // finding: sql-injection
    }

    Mono<Long> find(ServerRequest request) {
        return request.bodyToMono(String.class)
                .flatMap(name -> client.sql("SELECT id FROM room WHERE name = :name").bind("name", name).map(row -> row.get(0, Long.class)).one());
    }

    Mono<Long> findText(ServerRequest request) {
        return request.bodyToMono(String.class)
                .flatMap(name -> client.sql("SELECT id FROM room WHERE name = '" + name + "'").map(row -> row.get(0, Long.class)).one()); // finding: sql-injection
    }
}
