package radio.sounds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class SoundServlet extends HttpServlet {
    private static final Path SOUNDS = Path.of("/srv/radio/sounds");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path wanted = SOUNDS.resolve(request.getParameter("sound"));
        if (wanted.getNameCount() <= SOUNDS.getNameCount()) {
            response.sendError(404);
            return;
        }
        response.setContentType("audio/ogg");
        try (InputStream in = Files.newInputStream(wanted)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
