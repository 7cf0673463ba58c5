package net.hobbyhub.profile;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.io.FilenameUtils;

@WebServlet("/profile/avatar")
@MultipartConfig(maxFileSize = 1_000_000, location = "/tmp")
public class AvatarServlet extends HttpServlet {

    private static final Map<String, String> EXTENSIONS = Map.of(
        "image/png", "png",
        "image/jpeg", "jpg",
        "image/webp", "webp");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Part avatar = request.getPart("avatar");
        String extension = EXTENSIONS.get(avatar.getContentType());
        if (extension == null) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        String submitted = FilenameUtils.getExtension(avatar.getSubmittedFileName());
        String stored = UUID.randomUUID() + "." + (EXTENSIONS.containsValue(submitted) ? submitted : extension);
        File directory = new File(getServletContext().getRealPath("/avatars"));
        avatar.write(new File(directory, stored).getAbsolutePath());
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", request.getContextPath() + "/avatars/" + stored);
    }
}
