import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/accounts")
class Panache {
    @Entity
    static class Account extends PanacheEntity {
        public String name;
        public boolean admin;
    }

    static class Wish {
        public String name;
    }

    @POST
    @Transactional
    void keep(Account account) {
        account.persist(); // finding: mass-assignment
    }

    @POST
    @Path("/wish")
    @Transactional
    void take(Wish wish) {
        Account account = new Account();
        account.name = wish.name;
        account.persist();
    }
}
