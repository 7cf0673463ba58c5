package graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@ApplicationScoped
public class FriendGraph {
    @Inject
    Driver driver;

    List<String> friendsOf(String name) {
        String match = "MATCH (p:Person {name: $name})-[:KNOWS]->(f) RETURN f.name AS name";
        try (Session session = driver.session()) {
            return session.run(match, Map.of("name", name)).list(row -> row.get("name").asString());
        }
    }
}
