package gateway.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

@Provider
public class TraceFilter implements ContainerRequestFilter {
    private static final Logger LOG = Logger.getLogger(TraceFilter.class);

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath(false);
        String id = UUID.randomUUID().toString();
        if (LOG.isDebugEnabled()) {
            LOG.debugf("%s %s", id, context.getMethod());
        } else {
            LOG.infof("%s %s", id, path);
        }
    }
}
