package wiki;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class PageServlet extends HttpServlet {
    private final File pages = new File("/srv/wiki/pages");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        File page = Folders.inside(pages, request.getParameter("page"));
        response.setContentType("text/plain");
        Files.copy(page.toPath(), response.getOutputStream());
    }
}
