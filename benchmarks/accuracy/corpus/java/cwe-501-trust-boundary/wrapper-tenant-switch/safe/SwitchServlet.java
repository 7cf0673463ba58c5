package saas.tenant;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public class SwitchServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tenant = request.getHeader("X-Tenant");
        if (tenant == null || !TenantContext.member(request, tenant)) {
            response.sendError(404);
            return;
        }
        TenantContext.choose(request, tenant);
        response.setStatus(204);
    }
}
