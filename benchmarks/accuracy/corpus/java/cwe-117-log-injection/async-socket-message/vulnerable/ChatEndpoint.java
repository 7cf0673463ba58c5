package chat.log;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

@ServerEndpoint("/chat")
public class ChatEndpoint {
    private static final Logger LOG = Logger.getLogger(ChatEndpoint.class.getName());

    @OnMessage
    public void receive(String text, Session session) {
        CompletableFuture.completedFuture(text)
                .thenApply(String::strip)
                .thenAcceptAsync(line -> LOG.info(session.getId() + " said " + line));
    }
}
