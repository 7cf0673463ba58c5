package music;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;

@Path("/songs")
public class SongResource {
    @Inject
    EntityManager em;

    @GET
    public List<?> songs(@MatrixParam("sort") String sort) {
        String key = sort == null ? SortKey.TITLE.name() : sort.toUpperCase(Locale.ROOT);
        String column = SortKey.valueOf(key).column;
        return em.createNativeQuery("SELECT title FROM song ORDER BY " + column).getResultList();
    }
}
