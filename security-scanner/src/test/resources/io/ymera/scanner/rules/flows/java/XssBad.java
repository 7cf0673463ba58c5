import java.io.*;
import java.util.*;
import java.util.stream.Collectors;
import jakarta.servlet.http.*;
import org.owasp.encoder.Encode;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import jakarta.ws.rs.core.Response;
@RestController
class XssBad extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse res) throws IOException {
        String name = req.getParameter("name");
        res.setContentType("text/html");
        PrintWriter out = res.getWriter();
        out.println("<p>" + name + "</p>"); // finding: xss
        out.printf("<p>%s</p>", name); // finding: xss
        out.append("<p>").append(name); // finding: xss
        out.write(String.format("<b>%s</b>", name)); // finding: xss
        res.getOutputStream().println("<p>" + name); // finding: xss
        res.getWriter().write(String.join(" ", "a", name)); // finding: xss
        out.println("<script>var x = '" + Encode.forHtml(name) + "'</script>"); // finding: xss
        out.println("<p>" + name.replace("<script>", "") + "</p>"); // finding: xss
        out.println("<p>" + name.trim().toUpperCase() + "</p>"); // finding: xss
        StringBuilder sb = new StringBuilder("<ul>"); for (String v : req.getParameterValues("v")) sb.append("<li>").append(v); out.print(sb); // finding: xss
        res.sendError(404, "no " + name); // finding: xss
        out.println("<p>" + req.getHeader("User-Agent")); // finding: xss
        out.println("<p>" + req.getRequestURI()); // finding: xss
        for (Cookie c : req.getCookies()) out.println(c.getValue()); // finding: xss
        out.println("<p>" + req.getParameterMap().get("x")[0]); // finding: xss
        try { Integer.parseInt(name); } catch (NumberFormatException e) { out.println("bad number " + name); } // finding: xss
        out.println(MessageFormatting.page(name)); // finding: xss
    }
    static class MessageFormatting { static String page(String x) { return java.text.MessageFormat.format("<p>{0}</p>", x); } }
    @GetMapping(value = "/1", produces = "text/html") String a(@RequestParam String n) { return "<p>" + n + "</p>"; } // finding: xss
    @GetMapping(value = "/2", produces = MediaType.TEXT_HTML_VALUE) String b(@RequestParam String n) { return n; } // finding: xss
    @GetMapping("/3") @ResponseBody String c(@RequestParam String n) { return "Hello " + n; } // finding: xss
    @GetMapping("/4") ResponseEntity<String> d(@RequestParam String n) { return ResponseEntity.ok("<h1>" + n + "</h1>"); } // finding: xss
    @GetMapping("/5") ResponseEntity<String> e(@RequestParam String n) { return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("Hello " + n); } // finding: xss
    @GetMapping("/6") ResponseEntity<String> f(@RequestParam String n) { HttpHeaders h = new HttpHeaders(); h.setContentType(MediaType.TEXT_HTML); return new ResponseEntity<>("Hello " + n, h, HttpStatus.OK); } // finding: xss
    @GetMapping("/7") Response g(@RequestParam String n) { return Response.ok("<p>" + n).type("text/html").build(); } // finding: xss
    @GetMapping("/8") Response h(@RequestParam String n) { return Response.ok("Hi " + n, "text/html").build(); } // finding: xss
    @GetMapping(value = "/9", produces = "text/html") String list(@RequestParam List<String> items) { return items.stream().map(i -> "<li>" + i + "</li>").collect(Collectors.joining()); } // finding: xss
    @GetMapping(value = "/10", produces = "text/html") ResponseEntity<String> i(@RequestParam String n) { return ResponseEntity.ok("Hi " + n); } // finding: xss
    @GetMapping(value = "/11", produces = "text/html") String block(@RequestParam String n) { return """ // finding: xss
        <p>%s</p>
        """.formatted(n); }
}
