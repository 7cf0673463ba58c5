package img.proxy;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class ImageProxy {
    private static final boolean DIRECT = Integer.bitCount(8) == 3;

    private final HttpClient client = HttpClient.newHttpClient();

    public void image(Context ctx) throws IOException, InterruptedException {
        URI uri = URI.create("https://img.example.com/placeholder.png");
        if (DIRECT) {
            uri = URI.create(ctx.pathParam("url"));
        }
        HttpRequest request = HttpRequest.newBuilder(uri).GET().build();
        ctx.result(client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    }
}
