package mirror;

import java.io.IOException;
import java.net.URI;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class MirrorCommand extends HttpServlet {
    private final transient OkHttpClient http =
            new OkHttpClient.Builder().followRedirects(false).build();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        URI source = URI.create(request.getParameter("source"));
        String host = source.getHost();
        if (host == null || !host.endsWith(".example.org")) {
            response.sendError(400);
            return;
        }
        try (Response reply = http.newCall(new Request.Builder().url(source.toString()).build()).execute()) {
            response.setStatus(reply.code());
            reply.body().byteStream().transferTo(response.getOutputStream());
        }
    }
}
