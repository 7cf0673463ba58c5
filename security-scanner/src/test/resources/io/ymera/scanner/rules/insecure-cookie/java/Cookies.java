import jakarta.servlet.http.*;

class Cookies {
    void set(HttpServletResponse response) {
        Cookie plain = new Cookie("a", "b");
        plain.setHttpOnly(true);
        response.addCookie(plain); // finding: insecure-cookie
        Cookie good = new Cookie("c", "d");
        good.setSecure(true);
        good.setHttpOnly(true);
        response.addCookie(good);
        Cookie readable = new Cookie("e", "f");
        readable.setSecure(true);
        readable.setHttpOnly(false);
        response.addCookie(readable); // finding: cookie-http-only
    }
}
