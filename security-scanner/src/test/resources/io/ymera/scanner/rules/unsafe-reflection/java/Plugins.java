import javax.servlet.http.HttpServletRequest;

class Plugins {
    Object load(HttpServletRequest request) throws Exception {
        Class.forName("shop.Plugin");
        String name = request.getParameter("plugin");
        return Class.forName(name).getDeclaredConstructor().newInstance(); // finding: unsafe-reflection
    }
}
