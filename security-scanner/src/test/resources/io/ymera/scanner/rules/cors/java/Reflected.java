import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;

class Reflected {
    private static final Set<String> ALLOWED = Set.of("https://shop.example");

    void servlet(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        response.setHeader("Access-Control-Allow-Origin", origin); // finding: cors
        if (ALLOWED.contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
    }

    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String origin = request.getHeaderString("Origin");
        response.getHeaders().putSingle("Access-Control-Allow-Origin", origin); // finding: cors
        if (origin.equals("https://shop.example")) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
        }
    }
}
