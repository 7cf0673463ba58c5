package com.vroomlog.tracking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

@WebServlet("/tracking/*")
public class TrackingClient extends HttpServlet {

    private static final String CARRIER = "https://api.carrier.example";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String shipment = req.getParameter("shipment");
        if (shipment == null || shipment.length() > 60) {
            resp.sendError(400);
            return;
        }
        try {
            HttpResponse<String> answer = HTTP.send(request(shipment), HttpResponse.BodyHandlers.ofString());
            resp.setStatus(answer.statusCode());
            resp.setContentType("application/json");
            resp.setHeader("X-Content-Type-Options", "nosniff");
            resp.getWriter().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            resp.sendError(503);
        } catch (IllegalArgumentException e) {
            resp.sendError(400);
        }
    }

    private static HttpRequest request(String shipment) {
        URI target = URI.create(CARRIER + "/v2/" + java.net.URLEncoder.encode(shipment, StandardCharsets.UTF_8) + "?lang=en");
        return HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(5)).GET().build();
    }
}
