import javax.script.*;
import javax.servlet.http.HttpServletRequest;
import groovy.lang.GroovyShell;

class Scripts {
    Object run(HttpServletRequest request) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
        engine.put("x", request.getParameter("x"));
        engine.eval("x * 2");
        new GroovyShell().evaluate(request.getParameter("script")); // finding: code-injection
        return engine.eval(request.getParameter("formula")); // finding: code-injection
    }
}
