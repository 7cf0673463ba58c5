package shop.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.javalin.http.Context;
import java.util.ArrayList;
import org.bson.Document;
import org.bson.conversions.Bson;

public class ProductSearch {
    private final MongoCollection<Document> products;

    public ProductSearch(MongoCollection<Document> products) {
        this.products = products;
    }

    public void search(Context ctx) {
        String name = ctx.queryParam("name");
        Bson filter = Filters.and(
                Filters.eq("visible", true),
                Document.parse("{\"name\": \"" + name + "\"}"));
        ctx.json(products.find(filter).limit(20).into(new ArrayList<>()));
    }
}
