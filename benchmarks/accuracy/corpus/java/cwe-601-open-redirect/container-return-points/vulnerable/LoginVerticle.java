package travel.tripdesk.login;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SessionHandler;
import io.vertx.ext.web.sstore.LocalSessionStore;
import java.util.Map;

public class LoginVerticle extends AbstractVerticle {

  private static final Map<String, String> RETURN_POINTS = Map.of(
    "trips", "/trips",
    "invoices", "/account/invoices",
    "profile", "/account/profile");

  private Accounts accounts;

  @Override
  public void start(Promise<Void> started) {
    accounts = new Accounts(config().getJsonObject("accounts"));
    Router router = Router.router(vertx);
    router.route().handler(SessionHandler.create(LocalSessionStore.create(vertx))
      .setCookieHttpOnlyFlag(true)
      .setCookieSecureFlag(true));
    router.post("/login").handler(BodyHandler.create(false)).handler(this::login);
    vertx.createHttpServer().requestHandler(router).listen(8443).<Void>mapEmpty().onComplete(started);
  }

  private void login(RoutingContext ctx) {
    MultiMap form = ctx.request().formAttributes();
    accounts.check(form.get("user"), form.get("password"))
      .onSuccess(account -> {
        ctx.session().regenerateId();
        ctx.session().put("account", account);
        redirect(ctx, form.contains("back") ? form.get("back") : "trips");
      })
      .onFailure(t -> redirect(ctx, "retry"));
  }

  private void redirect(RoutingContext ctx, String point) {
    String location = point.equals("retry") ? "/login?retry" : RETURN_POINTS.getOrDefault(point, point);
    ctx.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, location).end();
  }
}
