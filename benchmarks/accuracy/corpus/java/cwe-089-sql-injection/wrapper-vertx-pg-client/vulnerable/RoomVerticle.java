package hotel.rooms;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

public class RoomVerticle extends AbstractVerticle {

  private PgPool pool;

  @Override
  public void start(Promise<Void> started) {
    pool = PgPool.pool(vertx, config().getString("pg"), null);
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create().setBodyLimit(16_384));
    router.post("/rooms/search").handler(this::search);
    vertx.createHttpServer()
      .requestHandler(router)
      .listen(config().getInteger("port", 8080))
      .<Void>mapEmpty()
      .onComplete(started);
  }

  private void search(RoutingContext ctx) {
    JsonObject wanted = ctx.body().asJsonObject();
    rooms("view", wanted.getString("view", "sea"))
      .onSuccess(found -> ctx.json(found))
      .onFailure(t -> ctx.fail(500));
  }

  private Future<JsonArray> rooms(String column, String value) {
    return pool.preparedQuery("SELECT no, beds FROM room WHERE " + column + " = '" + value + "' AND beds >= $1")
      .execute(Tuple.of(1))
      .map(rows -> {
        JsonArray out = new JsonArray();
        for (Row row : rows) {
          out.add(new JsonObject().put("no", row.getInteger("no")).put("beds", row.getInteger("beds")));
        }
        return out;
      });
  }
}
