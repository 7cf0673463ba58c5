package tv.rotate;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Rotation extends HttpServlet {
    private static final String COMMAND = "ffmpeg -y -i {0}.mp4 -vf rotate={1} out.mp4";

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String angle = request.getHeader("X-Angle");
        String command = MessageFormat.format(COMMAND, "clip", angle);
        Process process = new ProcessBuilder().command("/bin/bash", "-c", command).start();
        try {
            response.setStatus(process.waitFor(1, TimeUnit.MINUTES) ? 204 : 504);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
    }
}
