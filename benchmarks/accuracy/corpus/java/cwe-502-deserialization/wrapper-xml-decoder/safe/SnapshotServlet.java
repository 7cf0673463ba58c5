package game.snapshots;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public class SnapshotServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object snapshot = Snapshots.current(request.getInputStream());
        response.getWriter().print(snapshot.hashCode());
    }
}
