package crm.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.util.List;

@Path("/contacts/{id}")
public class PatchResource {
    @Inject
    EntityManager em;

    @Inject
    ObjectMapper mapper;

    @PATCH
    @Transactional
    public void patch(@PathParam("id") long id, JsonNode changes) throws IOException {
        Contact contact = em.find(Contact.class, id);
        ObjectNode fields = (ObjectNode) changes;
        fields.remove(List.of("id", "version"));
        mapper.readerForUpdating(contact).readValue(fields);
    }
}
