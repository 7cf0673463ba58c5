package photos;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.ServletException;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

@WebServlet("/photos")
@MultipartConfig(location = "/opt/tomcat/webapps/ROOT/photos")
public class PhotoServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Part photo = request.getPart("photo");
        String submitted = photo.getSubmittedFileName();
        String extension = submitted.substring(submitted.lastIndexOf('.') + 1).replaceAll("\\W", "");
        String name = UUID.randomUUID() + (extension.equalsIgnoreCase("png") ? ".png" : ".jpg");
        photo.write(name);
        response.sendRedirect("/photos/" + name);
    }
}
