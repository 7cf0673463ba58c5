package ads.media;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;

@MultipartConfig(maxFileSize = 2_000_000)
public class AdServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Part part = request.getPart("image");
        Path root = Path.of(getServletContext().getRealPath("/ads"));
        String name = Path.of(part.getSubmittedFileName()).getFileName().toString();
        Images.keep(part.getInputStream().readAllBytes(), root, name);
        response.setStatus(201);
    }
}
