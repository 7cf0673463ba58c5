package assets;

import io.vertx.core.AbstractVerticle;
import io.vertx.ext.web.Router;
import java.util.Set;

public class AssetVerticle extends AbstractVerticle {
    private static final Set<String> KNOWN = Set.of("logo.svg", "app.js", "app.css");

    @Override
    public void start() {
        Router router = Router.router(vertx);
        router.get("/asset").handler(ctx -> {
            String name = ctx.request().getParam("name");
            vertx.fileSystem()
                    .exists("assets/" + name)
                    .onSuccess(found -> {
                        if (found && KNOWN.contains(name)) {
                            ctx.response().sendFile("assets/" + name);
                        } else {
                            ctx.fail(404);
                        }
                    })
                    .onFailure(ctx::fail);
        });
        vertx.createHttpServer().requestHandler(router).listen(8080);
    }
}
