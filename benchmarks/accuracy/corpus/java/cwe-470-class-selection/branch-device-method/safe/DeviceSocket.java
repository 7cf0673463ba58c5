package home.hub.ws;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

public class DeviceSocket {

  public static class Lamp {
    private int level = 100;

    public String dim(String percent) {
      level = Integer.parseInt(percent);
      return "level " + level;
    }

    public String scene(String name) {
      return "scene " + name;
    }
  }

  private final Lamp lamp = new Lamp();

  public void attach(ServerWebSocket socket) {
    socket.textMessageHandler(text -> {
      JsonObject order = new JsonObject(text);
      String result;
      try {
        result = call(order);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        result = "order not understood";
      }
      socket.writeTextMessage(new JsonObject().put("result", result).encode());
    });
  }

  private String call(JsonObject order) throws ReflectiveOperationException {
    JsonArray args = order.getJsonArray("args");
    Class<?> type = Lamp.class;
    String method = switch (order.getString("do")) {
      case "dim", "scene" -> order.getString("do");
      default -> throw new NoSuchMethodException();
    };
    return String.valueOf(type.getMethod(method, String.class).invoke(lamp, args.getString(0)));
  }
}
