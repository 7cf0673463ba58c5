package org.uniklinik.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class StaffDirectory {

    private static final String BASE = "ou=staff,dc=uniklinik,dc=example";

    private final LDAPConnectionPool pool;

    public StaffDirectory(LDAPConnectionPool pool) {
        this.pool = pool;
    }

    public void mount(Javalin app) {
        app.get("/staff", this::find);
    }

    private void find(Context ctx) throws LDAPException {
        List<Filter> all = new ArrayList<>();
        all.add(Filter.create("(objectClass=inetOrgPerson)"));
        all.add(Filter.create("(!(employeeType=hidden))"));
        String ward = ctx.queryParam("ward");
        if (ward != null) {
            all.add(Filter.createORFilter(
                Filter.createANDFilter(Filter.createEqualityFilter("departmentNumber", ward), Filter.create("(listed=TRUE)")),
                Filter.create("(employeeType=switchboard)")));
        }
        SearchRequest request = new SearchRequest(BASE, SearchScope.SUB, Filter.createANDFilter(all), "cn", "telephoneNumber");
        request.setSizeLimit(100);
        List<Map<String, String>> hits = new ArrayList<>();
        for (SearchResultEntry entry : pool.search(request).getSearchEntries()) {
            hits.add(Map.of(
                "name", entry.getAttributeValue("cn"),
                "phone", String.valueOf(entry.getAttributeValue("telephoneNumber"))));
        }
        ctx.json(hits);
    }
}
