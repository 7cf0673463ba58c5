package mail;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

@MultipartConfig
public class AttachmentServlet extends HttpServlet {
    private static final Path STORE = Path.of("/srv/mail/attachments");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Part part = request.getPart("file");
        Attachment attachment = new Attachment();
        attachment.setId(UUID.randomUUID().toString());
        attachment.setDisplayName(part.getSubmittedFileName());
        Files.copy(part.getInputStream(), STORE.resolve(attachment.getDisplayName()));
        response.setStatus(HttpServletResponse.SC_CREATED);
    }
}
