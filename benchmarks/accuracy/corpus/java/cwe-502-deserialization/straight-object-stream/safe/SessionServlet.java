package game;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class SessionServlet extends HttpServlet {
    private static final ObjectInputFilter LIMITS = ObjectInputFilter.Config.createFilter("maxdepth=5;maxbytes=65536;game.SavedGame;java.lang.Number;java.lang.Integer;!*");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) {
            in.setObjectInputFilter(LIMITS);
            SavedGame game = (SavedGame) in.readObject();
            request.getSession().setAttribute("level", game.level);
        } catch (ClassNotFoundException e) {
            throw new ServletException(e);
        }
    }
}
