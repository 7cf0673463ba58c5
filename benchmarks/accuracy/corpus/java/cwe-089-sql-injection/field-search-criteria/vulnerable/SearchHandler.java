package app.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jdbi.v3.core.Jdbi;

public class SearchHandler implements Handler {
    private final Jdbi jdbi;

    public SearchHandler(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void handle(Context ctx) {
        Criteria criteria = new Criteria();
        criteria.setText(ctx.queryParam("q"));
        criteria.setTable(ctx.queryParam("in"));
        String sql = "SELECT title FROM " + criteria.getTable() + " WHERE body LIKE :text";
        ctx.json(jdbi.withHandle(h -> h.createQuery(sql)
                .bind("text", "%" + criteria.getText() + "%")
                .mapTo(String.class)
                .list()));
    }
}
