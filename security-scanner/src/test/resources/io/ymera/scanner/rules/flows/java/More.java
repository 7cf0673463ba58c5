package m;
import com.mongodb.client.*;
import freemarker.template.*;
import jakarta.servlet.*;
import jakarta.servlet.annotation.*;
import jakarta.servlet.http.*;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import javax.naming.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.*;
import org.apache.commons.lang3.StringUtils;
import org.apache.http.client.methods.*;
import org.bson.*;
import org.hibernate.*;
import org.jooq.*;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.namedparam.*;
import org.springframework.stereotype.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.*;
import org.thymeleaf.*;
import okhttp3.*;

@WebServlet("/x")
class Servlets extends HttpServlet {
    @Override protected void service(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        String page = req.getParameter("page");
        req.getRequestDispatcher(page).forward(req, resp); // finding: unsafe-forward
        req.getRequestDispatcher("/WEB-INF/" + "a.jsp").forward(req, resp);
        Part part = req.getPart("f");
        part.write("/up/" + part.getSubmittedFileName()); // finding: path-traversal, file-upload
        part.write("/up/" + Paths.get(part.getSubmittedFileName()).getFileName()); // finding: file-upload
        try { work(page); } catch (Exception e) {
            e.printStackTrace(resp.getWriter()); // finding: error-disclosure
            resp.getWriter().println("Error: " + e.getMessage()); // finding: error-disclosure
            resp.sendError(500, "failed");
        }
        StringWriter sw = new StringWriter();
        String ua = req.getHeader("User-Agent");
        if (StringUtils.isAlphanumeric(ua)) { resp.getWriter().print(ua); }
        resp.getWriter().print(req.getSession().getAttribute("x"));
        Object name = req.getAttribute("name");
        resp.getWriter().print(req.getRequestURI()); // finding: xss
        String[] vals = req.getParameterValues("v");
        if (vals != null && vals.length > 0) { resp.getWriter().write(vals[0]); } // finding: xss
        resp.getWriter().write("<b>" + vals.length + "</b>");
        String cb = req.getParameter("cb");
        Pattern ok = Pattern.compile("^[a-z]+$");
        Matcher m = ok.matcher(cb);
        if (m.matches()) { resp.getWriter().print(cb); }
        if (!ok.matcher(cb).find()) { return; }
        resp.getWriter().print(cb);
    }
    void work(String p) throws NamingException { new InitialContext().lookup("java:comp/" + p); } // finding: jndi-injection
}
class Dao {
    private Session session; private DSLContext dsl; private NamedParameterJdbcTemplate named; private MongoCollection<Document> users; private TemplateEngine engine;
    void a(HttpServletRequest r) throws Exception {
        String n = r.getParameter("n");
        session.createQuery("from U where n = '" + n + "'"); // finding: sql-injection
        session.createQuery("from U where n = :n").setParameter("n", n);
        dsl.fetch("select * from u where n = '" + n + "'"); // finding: sql-injection
        dsl.fetch("select * from u where n = ?", n);
        named.query("select * from u where n = :n", Map.of("n", n), rs -> {});
        named.queryForObject("select * from u where n = " + n, Map.of(), String.class); // finding: sql-injection
        users.find(new Document("name", n));
        users.find(Document.parse("{name: '" + n + "'}")); // finding: nosql-injection
        users.find(new Document("$where", "this.name == '" + n + "'")); // finding: nosql-injection
        engine.process("<p>" + n + "</p>", new org.thymeleaf.context.Context()); // finding: template-injection
        new Template("t", new StringReader(n), null).process(Map.of(), new StringWriter()); // finding: template-injection
        new Template("t", new StringReader("Hi ${n}"), null).process(Map.of("n", n), new StringWriter());
        TransformerFactory.newInstance().newTransformer(new StreamSource(r.getInputStream())); // finding: code-injection
        new OkHttpClient().newCall(new Request.Builder().url(n).build()).execute(); // finding: ssrf
        HttpGet get = new HttpGet(n); // finding: ssrf
        URI u = new URI(n);
        if (u.getHost().equals("api.x.example")) { new HttpGet(n); }
        URL url = new URL("https", "api.x.example", "/" + n);
    }
}
@Controller class Mvc {
    @GetMapping("/a") ModelAndView a(@RequestParam String to) { return new ModelAndView("redirect:" + to); } // finding: open-redirect
    @PostMapping("/b") String b(@ModelAttribute Form form, HttpServletRequest req, HttpSession s, java.security.Principal p) throws Exception { Files.delete(Path.of("/d/" + form.getFile())); Files.delete(Path.of("/d/" + p.getName())); return "x"; } // finding: path-traversal
    @PostMapping("/c") String c(Form form) throws Exception { Files.delete(Path.of("/d/" + form.getFile())); return "x"; } // finding: path-traversal
    @GetMapping("/d") void d(@RequestParam Optional<String> f, HttpServletResponse resp) throws Exception { resp.sendRedirect(f.orElse("/")); } // finding: open-redirect
    @GetMapping("/e/{id}") String e(@PathVariable UUID id, @RequestParam(defaultValue = "1") Integer n) throws Exception { Files.delete(Path.of("/d/" + id + n)); return "e"; }
    @GetMapping("/f") String f(@RequestHeader Map<String, String> headers) throws Exception { Runtime.getRuntime().exec(headers.get("x")); return ""; } // finding: command-injection
    @ExceptionHandler(Exception.class) @ResponseBody String err(Exception e) { return "Error"; }
    static class Form { private String file; public String getFile() { return file; } public void setFile(String f) { file = f; } }
}
class Quiet {
    String a(String x) { return x.replace("'", "''"); }
    void b(HttpServletRequest r, java.sql.Statement st) throws Exception {
        String p = r.getParameter("p");
        p = "x";
        st.executeQuery(p);
        String q = r.getParameter("q");
        List<String> allowed = Arrays.asList("a", "b");
        if (allowed.contains(q)) st.executeQuery(q);
        String t; switch (q) { case "a": t = "users"; break; case "b": t = "items"; break; default: return; }
        st.executeQuery("select * from " + t);
        Map<String, String> m = new HashMap<>(); m.put("u", "users");
        st.executeQuery("select * from " + m.getOrDefault(q, "items"));
        String col = Arrays.stream(Col.values()).map(Col::name).filter(q::equals).findFirst().orElse("ID");
        st.executeQuery("select " + col);
        Col c2 = Col.valueOf(q); st.executeQuery("select " + c2.column);
        long id = Long.parseLong(q); st.executeQuery("select " + id);
        String e = q.isEmpty() ? "a" : "b"; st.executeQuery("select " + e);
        if (q == null || !q.matches("[a-z]+")) throw new IllegalArgumentException("bad " + q);
        st.executeQuery("select " + q);
    }
    enum Col { ID("id"), NAME("name"); final String column; Col(String c) { column = c; } }
}
