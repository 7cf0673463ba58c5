package users.mongo;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserQueries {
    private final MongoTemplate mongo;

    UserQueries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/users")
    List<Document> older(@RequestParam String age) {
        String script = "this.age > " + age;
        Query query = new BasicQuery(new Document("$where", script));
        return mongo.find(query.limit(50), Document.class, "users");
    }
}
