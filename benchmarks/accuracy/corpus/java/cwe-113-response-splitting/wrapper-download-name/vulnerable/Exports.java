package exports;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Exports extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String title = request.getParameter("title");
        response.setHeader("Content-Disposition", "attachment; filename=" + name(title));
        response.getWriter().write("id,total\n");
    }

    private static String name(String title) {
        return title.trim() + ".csv";
    }
}
