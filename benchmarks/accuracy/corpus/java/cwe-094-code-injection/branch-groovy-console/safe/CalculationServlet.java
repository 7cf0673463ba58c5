package calc;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class CalculationServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String operation = request.getParameter("op");
        Binding binding = new Binding();
        binding.setVariable("a", Integer.valueOf(request.getParameter("a")));
        binding.setVariable("b", Integer.valueOf(request.getParameter("b")));
        String script = "a + b";
        if ("minus".equals(operation)) {
            script = "a - b";
        } else if (operation != null) {
            script = "a * b";
        }
        response.getWriter().print(new GroovyShell(binding).evaluate(script));
    }
}
