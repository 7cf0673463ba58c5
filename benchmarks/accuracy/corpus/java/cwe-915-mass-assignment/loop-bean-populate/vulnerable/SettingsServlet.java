package forum.settings;

import java.io.IOException;
import java.util.Collections;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.beanutils.BeanUtils;

public class SettingsServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object member = request.getSession().getAttribute("member");
        try {
            for (String name : Collections.list(request.getParameterNames())) {
                BeanUtils.setProperty(member, name, request.getParameter(name));
            }
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
        response.sendRedirect("/settings?saved");
    }
}
