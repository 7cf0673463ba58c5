package saas.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

final class TenantContext {
    private TenantContext() {}

    static void choose(HttpServletRequest request, String tenant) {
        request.getSession().setAttribute("tenant", tenant);
    }

    @SuppressWarnings("unchecked")
    static boolean member(HttpServletRequest request, String tenant) {
        Set<String> tenants = (Set<String>) request.getSession().getAttribute("tenants");
        return tenants != null && tenants.contains(tenant);
    }
}
