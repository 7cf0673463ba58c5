package com.plotline.server;

import static spark.Spark.post;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

public class ChartTransform {

    private static final Gson GSON = new Gson();
    private static final String SCALE =
        "const axis = %s; ({ min: 0, max: axis.length * 10, title: axis.toUpperCase() })";

    public static class Limits {
        @HostAccess.Export
        public int width = 1200;
    }

    public static void main(String[] args) {
        post("/charts/axis", (req, res) -> {
            JsonObject body = GSON.fromJson(req.body(), JsonObject.class);
            res.type("application/json");
            return GSON.toJson(scale(body.get("axis").getAsString()));
        });
    }

    static Axis scale(String axis) {
        try (Context js = Context.newBuilder("js").allowAllAccess(true).build()) {
            js.getBindings("js").putMember("limits", new Limits());
            js.getBindings("js").putMember("label", axis);
            Value value = js.eval("js", String.format(SCALE, "label"));
            return new Axis(value.getMember("min").asInt(), value.getMember("max").asInt(),
                value.getMember("title").asString());
        }
    }

    static final class Axis {
        final int min;
        final int max;
        final String title;

        Axis(int min, int max, String title) {
            this.min = min;
            this.max = max;
            this.title = title;
        }
    }
}
