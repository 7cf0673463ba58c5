package util.net;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

public class CurrencyServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String currency = URLEncoder.encode(request.getParameter("currency"), StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.getWriter().write(Http.get("https://rates.example.com", request.getParameter("path") + "?c=" + currency));
    }
}
