package com.energyboard.api;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Set;

public class ApiVerticle extends AbstractVerticle {

	@Override
	public void start(Promise<Void> promise) {
		Router router = Router.router(vertx);
		router.route("/api/*").handler(cors());
		router.get("/api/consumption").produces("application/json").handler(this::consumption);
		router.get("/ready").handler(ctx -> ctx.response().setStatusCode(204).end());

		vertx.createHttpServer()
				.requestHandler(router)
				.listen(config().getInteger("http.port", 8088))
				.onSuccess(s -> promise.complete())
				.onFailure(promise::fail);
	}

	private static CorsHandler cors() {
		return CorsHandler.create()
				.addRelativeOrigin("https://([a-z0-9-]+.)?energyboard.example.*")
				.allowCredentials(true)
				.allowedMethods(Set.of(HttpMethod.GET, HttpMethod.OPTIONS))
				.allowedHeader("Content-Type")
				.maxAgeSeconds(600);
	}

	private void consumption(RoutingContext ctx) {
		String household = ctx.user().principal().getString("household");
		vertx.eventBus().<JsonObject>request("consumption.of", household)
				.onSuccess(m -> ctx.json(m.body()))
				.onFailure(e -> ctx.fail(503));
	}
}
