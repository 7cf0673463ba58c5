package office.print;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

@ServerEndpoint("/print")
public class PrintEndpoint {
    private final Printer printer = new LocalPrinter();

    @OnMessage
    public String onMessage(String document) throws IOException {
        printer.print(document);
        return "queued";
    }
}
