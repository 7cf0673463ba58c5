package img;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class ResizeHandler implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        List<String> sizes = new ArrayList<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            if (pair.startsWith("size=")) {
                sizes.add(pair.substring(5));
            }
        }
        String line = "convert in.png";
        for (String size : sizes) {
            line = line + " -resize " + Integer.parseInt(size) + " -write out.png";
        }
        new ProcessBuilder("/bin/sh", "-c", line + " null:").inheritIO().start();
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }
}
