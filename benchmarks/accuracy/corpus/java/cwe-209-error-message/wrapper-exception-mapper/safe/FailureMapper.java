package api.errors;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

@Provider
public class FailureMapper implements ExceptionMapper<RuntimeException> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Override
    public Response toResponse(RuntimeException failure) {
        String id = UUID.randomUUID().toString();
        LOG.error(id, failure);
        return Response.serverError().entity(body(id, failure)).build();
    }

    private static Map<String, String> body(String id, RuntimeException failure) {
        return Map.of("id", id, "detail", "Internal error");
    }
}
