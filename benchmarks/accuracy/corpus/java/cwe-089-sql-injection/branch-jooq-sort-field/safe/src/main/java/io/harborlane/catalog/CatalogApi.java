package io.harborlane.catalog;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class CatalogApi {
    private static final Logger log = LoggerFactory.getLogger(CatalogApi.class);
    private static final int PAGE = 50;

    private final DSLContext db;

    public CatalogApi(DSLContext db) {
        this.db = db;
    }

    public static void main(String[] args) {
        DSLContext db = DSL.using(System.getenv("CATALOG_DSN"));
        db.configuration().set(SQLDialect.POSTGRES);
        CatalogApi api = new CatalogApi(db);
        Javalin.create()
            .get("/articles", api::list)
            .get("/health", ctx -> ctx.result("up"))
            .start(7070);
        log.info("catalog listening");
    }

    void list(Context ctx) {
        String sort = ctx.queryParam("sort");
        List<Map<String, Object>> rows = db
            .select(field(name("sku")), field(name("title")), field(name("price_cents")))
            .from(table(name("article")))
            .where(field(name("discontinued"), Boolean.class).isFalse())
            .orderBy(column(sort == null ? "newest" : sort).asc())
            .limit(PAGE)
            .fetchMaps();
        ctx.json(rows);
    }

    private Field<Object> column(String sort) {
        switch (sort) {
            case "price":
                return field(name("price_cents"));
            case "newest":
                return field(name("listed_at"));
            case "stock":
                return field("coalesce(on_hand, 0) - coalesce(reserved, 0)");
            default:
                return field(name(sort));
        }
    }
}
