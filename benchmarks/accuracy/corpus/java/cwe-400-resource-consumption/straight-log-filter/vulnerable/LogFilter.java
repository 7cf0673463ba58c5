package ops.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class LogFilter extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String search = request.getParameter("search");
        Pattern pattern = Pattern.compile(search, Pattern.CASE_INSENSITIVE);
        response.setContentType("text/plain");
        try (BufferedReader lines = request.getReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (pattern.matcher(line).find()) {
                    response.getWriter().println(line);
                }
            }
        }
    }
}
