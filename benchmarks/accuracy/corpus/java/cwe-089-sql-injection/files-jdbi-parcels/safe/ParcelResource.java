package com.postnord.depots.resources;

import com.codahale.metrics.annotation.Timed;
import com.postnord.depots.db.Parcel;
import com.postnord.depots.db.ParcelDao;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

@Path("/depots/{depot}/parcels")
@Produces(MediaType.APPLICATION_JSON)
public class ParcelResource {

  private final ParcelDao dao;

  public ParcelResource(Jdbi jdbi) {
    this.dao = jdbi.onDemand(ParcelDao.class);
  }

  @GET
  @Timed
  public List<Parcel> waiting(@PathParam("depot") String depot,
                              @QueryParam("label") String label) {
    if (label == null || label.isBlank()) {
      return dao.waiting(depot);
    }
    return dao.waitingWithLabel(depot, label.trim());
  }
}
