package org.civicdesk.tickets;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jboss.logging.Logger;

@Path("tickets")
@Produces("application/json")
public class TicketEndpoint {

    private static final Logger LOG = Logger.getLogger(TicketEndpoint.class);
    private static final Pattern DISTRICT = Pattern.compile("[A-Z]{2}[0-9]{3}");

    @Inject
    EntityManager em;

    @GET
    @Path("open")
    public List<TicketView> open(@HeaderParam("X-District") String district) {
        requireDistrict(district);
        Session session = em.unwrap(Session.class);
        return session.createQuery(
                "select new org.civicdesk.tickets.TicketView(t.id, t.subject) from Ticket t"
                    + " where t.state = 'OPEN' and t.district = '" + district + "' order by t.id",
                TicketView.class)
            .setMaxResults(200)
            .list();
    }

    @GET
    @Path("count")
    public long count() {
        return em.createQuery("select count(t) from Ticket t", Long.class).getSingleResult();
    }

    private static void requireDistrict(String district) {
        if (district == null) {
            throw new BadRequestException("X-District missing");
        }
        if (!DISTRICT.matcher(district).matches()) {
            LOG.debug("district header refused");
            throw new BadRequestException("X-District malformed");
        }
    }
}

record TicketView(Long id, String subject) {
}
