package show.stagepass.seats;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

@ServerEndpoint("/seats")
@ApplicationScoped
public class SeatMapSocket {

    private static final Logger LOG = Logger.getLogger(SeatMapSocket.class);
    private static final int LARGEST_HALL = 2_600;

    @OnMessage
    public void message(String text, Session session) {
        String[] size = text.split("x", 2);
        int rows = Integer.parseInt(size[0].trim());
        int perRow = Integer.parseInt(size[1].trim());
        CompletableFuture
            .supplyAsync(() -> plan(rows, perRow))
            .thenAccept(plan -> session.getAsyncRemote().sendText(plan))
            .exceptionally(e -> {
                session.getAsyncRemote().sendText("error");
                return null;
            });
    }

    private static String plan(int rows, int perRow) {
        if (rows < 0 || perRow < 0 || (long) rows * perRow > LARGEST_HALL || rows > LARGEST_HALL) {
            throw new IllegalArgumentException("hall too large");
        }
        char[][] seats = new char[rows][perRow];
        StringBuilder plan = new StringBuilder();
        for (char[] row : seats) {
            Arrays.fill(row, '.');
            plan.append(row).append('\n');
        }
        return plan.toString();
    }

    @OnError
    public void failed(Session session, Throwable t) {
        LOG.debug("seat socket failed", t);
    }
}
