package gg.questboard.auth;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.bson.Document;

@Path("/devices")
public class SessionResource {

    @Inject
    MongoCollection<Document> devices;

    /** A console exchanges its pairing code for the name of the account. */
    @POST
    @Path("/pair")
    @Consumes("application/json")
    public Response pair(Map<String, Object> body) {
        Document wanted = new Document("state", "waiting");
        for (String key : new String[] {"serial", "code"}) {
            Object value = body.get(key);
            if (value == null) {
                return Response.status(400).build();
            }
            wanted.append(key, value);
        }
        Document device = devices.find(wanted).projection(include("account")).first();
        if (device == null) {
            return Response.status(404).build();
        }
        devices.updateOne(new Document("_id", device.getObjectId("_id")),
            new Document("$set", new Document("state", "paired")));
        return Response.ok(Map.of("account", device.getString("account"))).build();
    }
}
