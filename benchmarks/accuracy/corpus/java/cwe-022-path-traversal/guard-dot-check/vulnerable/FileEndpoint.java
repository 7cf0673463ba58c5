package chat.files;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

@ServerEndpoint("/files")
public class FileEndpoint {
    @OnMessage
    public void send(String name, Session session) throws IOException {
        if (name.startsWith("..")) {
            session.getBasicRemote().sendText("refused");
            return;
        }
        byte[] content = Files.readAllBytes(Path.of("/srv/chat/" + name));
        session.getBasicRemote().sendBinary(ByteBuffer.wrap(content));
    }
}
