import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

class Builders {
    Response builder(String token) {
        NewCookie bad = new NewCookie.Builder("a").value(token).httpOnly(true).build(); // finding: insecure-cookie
        NewCookie good = new NewCookie.Builder("a").value(token).httpOnly(true).secure(true).build();
        NewCookie gone = new NewCookie.Builder("a").value("").maxAge(0).build();
        return Response.ok().cookie(bad, good, gone).build();
    }

    void vertx(RoutingContext context, String token) {
        context.addCookie(Cookie.cookie("a", token).setSecure(true).setHttpOnly(true));
    }

    void byHand(HttpServletResponse response, String token) {
        response.setHeader("Set-Cookie", "a=" + token + "; HttpOnly"); // finding: insecure-cookie
        response.setHeader("Set-Cookie", "a=" + token + "; HttpOnly; Secure");
    }
}
