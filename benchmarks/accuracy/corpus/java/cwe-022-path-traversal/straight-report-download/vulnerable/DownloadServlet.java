package docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

@WebServlet("/download")
public class DownloadServlet extends HttpServlet {
    private static final Path ROOT = Paths.get("/var/reports");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path file = ROOT.resolve(request.getParameter("file"));
        if (!file.startsWith(ROOT) || !Files.isRegularFile(file)) {
            response.sendError(404);
            return;
        }
        Files.copy(file, response.getOutputStream());
    }
}
