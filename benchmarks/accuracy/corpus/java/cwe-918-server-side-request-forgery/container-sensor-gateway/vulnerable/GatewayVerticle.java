package org.greenhouse.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.HashMap;
import java.util.Map;

public class GatewayVerticle extends AbstractVerticle {

    private WebClient client;
    private final Map<String, String> stations = new HashMap<>();

    @Override
    public void start() {
        client = WebClient.create(vertx, new WebClientOptions().setConnectTimeout(1500).setFollowRedirects(false));
        stations.put("north", "10.20.0.11");
        stations.put("south", "10.20.0.12");
        stations.put("orchid", "10.20.0.30");
        vertx.createHttpServer()
            .webSocketHandler(this::attach)
            .listen(config().getInteger("port", 9100));
    }

    private void attach(ServerWebSocket socket) {
        if (!"/readings".equals(socket.path())) {
            socket.reject(404);
            return;
        }
        socket.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            Map<String, Object> order = new HashMap<>(message.getMap());
            order.putIfAbsent("every", 60);
            String station = message.getString("station");
            order.putIfAbsent("host", stations.get(station));
            if (order.get("host") == null) {
                socket.writeTextMessage("{\"error\":\"unknown station\"}");
                return;
            }
            client.get(80, (String) order.get("host"), "/now")
                .send()
                .onSuccess(r -> socket.writeTextMessage(r.bodyAsString()))
                .onFailure(t -> socket.writeTextMessage("{\"error\":\"offline\"}"));
        });
    }
}
