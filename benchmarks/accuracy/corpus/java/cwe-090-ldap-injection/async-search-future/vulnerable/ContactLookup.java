package contacts;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

class ContactLookup {
    private final Vertx vertx;
    private final LDAPConnection connection;

    ContactLookup(Vertx vertx, LDAPConnection connection) {
        this.vertx = vertx;
        this.connection = connection;
    }

    void handle(RoutingContext ctx) {
        String phone = ctx.queryParam("phone").get(0);
        Future<Integer> count = vertx.executeBlocking(() -> count(phone));
        count.onSuccess(n -> ctx.end(String.valueOf(n))).onFailure(ctx::fail);
    }

    private int count(String phone) throws LDAPException {
        Filter filter = Filter.create("(telephoneNumber=" + phone + ")");
        return connection.search("ou=contacts,o=example", SearchScope.SUB, filter).getEntryCount();
    }
}
