package billing.archive;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

@Path("/invoices")
public class InvoiceResource {
    @Inject
    InvoiceArchive archive;

    @GET
    @Path("{year}/{number: .+}")
    @Produces("application/pdf")
    public byte[] pdf(@PathParam("year") int year, @PathParam("number") String number) {
        return archive.load(year, number);
    }
}
