package notes.dao;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.sql.SQLException;

public class NoteHandler implements HttpHandler {
    private final NoteDao dao;

    public NoteHandler(NoteDao dao) {
        this.dao = dao;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws SQLException {
        String author = exchange.getQueryParameters().get("author").getFirst();
        String text = exchange.getQueryParameters().get("text").getFirst();
        exchange.getResponseSender().send(String.valueOf(dao.find(author, text).size()));
    }
}
