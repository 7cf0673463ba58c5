package radio.livewire;

import com.google.common.escape.Escaper;
import com.google.common.html.HtmlEscapers;
import com.google.common.xml.XmlEscapers;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayDeque;
import java.util.Deque;

public class ShoutboxVerticle extends AbstractVerticle {

  private static final String ADD = "shout.add";
  private static final String LIST = "shout.list";

  private final Deque<JsonObject> shouts = new ArrayDeque<>();
  private final Escaper html = HtmlEscapers.htmlEscaper();
  private final Escaper xml = XmlEscapers.xmlAttributeEscaper();

  @Override
  public void start() {
    vertx.eventBus().<JsonObject>consumer(ADD, m -> {
      shouts.addFirst(m.body());
      if (shouts.size() > 30) {
        shouts.removeLast();
      }
      m.reply(shouts.size());
    });
    vertx.eventBus().<Void>consumer(LIST, this::render);

    Router router = Router.router(vertx);
    router.post("/shout").handler(BodyHandler.create().setBodyLimit(4096)).handler(this::post);
    router.get("/shouts").handler(this::page);
    vertx.createHttpServer().requestHandler(router).listen(8090);
  }

  private void post(RoutingContext ctx) {
    JsonObject shout = new JsonObject()
      .put("nick", ctx.request().getFormAttribute("nick"))
      .put("text", html.escape(ctx.request().getFormAttribute("text")));
    vertx.eventBus().<Integer>request(ADD, shout)
      .onSuccess(r -> ctx.response().setStatusCode(303).putHeader("Location", "/shouts").end())
      .onFailure(t -> ctx.fail(500));
  }

  private void render(Message<Void> m) {
    StringBuilder sb = new StringBuilder("<?page v=\"" + xml.escape(deploymentID()) + "\"?>\n<ul>");
    for (JsonObject s : shouts) {
      sb.append("<li><b>").append(s.getString("nick")).append("</b> ").append(s.getString("text")).append("</li>");
    }
    m.reply(sb.append("</ul>").toString());
  }

  private void page(RoutingContext ctx) {
    vertx.eventBus().<String>request(LIST, null)
      .onSuccess(r -> ctx.response().putHeader("Content-Type", "text/html; charset=utf-8").end(r.body()))
      .onFailure(t -> ctx.fail(500));
  }
}
