package club.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.StringJoiner;

@ApplicationScoped
public class MemberRepository {
    private static final List<String> KEYS = List.of("city", "level", "sponsor");

    @Inject
    EntityManager em;

    public List<?> search(MultivaluedMap<String, String> params) {
        StringJoiner where = new StringJoiner(" AND ", "SELECT m FROM Member m WHERE ", "").setEmptyValue("SELECT m FROM Member m");
        for (String key : KEYS) {
            if (params.containsKey(key)) {
                where.add("m." + key + " = '" + params.getFirst(key) + "'");
            }
        }
        Query query = em.createQuery(where.toString());
        return query.setMaxResults(50).getResultList();
    }
}
