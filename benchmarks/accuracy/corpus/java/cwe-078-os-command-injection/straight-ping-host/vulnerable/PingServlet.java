package net.tools;

import java.io.IOException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

@WebServlet("/ping")
public class PingServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        Process process = Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping -c 1 " + host});
        response.setContentType("text/plain");
        process.getInputStream().transferTo(response.getOutputStream());
    }
}
