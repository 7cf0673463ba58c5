package club.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.StringJoiner;

@ApplicationScoped
public class MemberRepository {
    private static final List<String> KEYS = List.of("city", "level", "sponsor");

    @Inject
    EntityManager em;

    public List<Member> search(MultivaluedMap<String, String> params) {
        StringJoiner where = new StringJoiner(" AND ", "SELECT m FROM Member m WHERE ", "").setEmptyValue("SELECT m FROM Member m");
        for (String key : KEYS) {
            if (params.containsKey(key)) {
                where.add("m." + key + " = :" + key);
            }
        }
        TypedQuery<Member> query = em.createQuery(where.toString(), Member.class);
        for (String key : KEYS) {
            if (params.containsKey(key)) {
                query.setParameter(key, params.getFirst(key));
            }
        }
        return query.setMaxResults(50).getResultList();
    }
}
