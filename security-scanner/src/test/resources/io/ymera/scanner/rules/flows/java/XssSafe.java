import java.io.*;
import java.util.*;
import java.util.stream.Collectors;
import jakarta.servlet.http.*;
import jakarta.ws.rs.core.*;
import org.apache.commons.text.StringEscapeUtils;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.owasp.encoder.Encode;
import org.owasp.html.*;
import org.springframework.http.*;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

@RestController
class XssSafe extends HttpServlet {
    private static final PolicyFactory POLICY = Sanitizers.FORMATTING.and(Sanitizers.LINKS);
    private static final PolicyFactory OWN = new HtmlPolicyBuilder().allowElements("b").toFactory();
    protected void doGet(HttpServletRequest req, HttpServletResponse res) throws IOException {
        String name = req.getParameter("name");
        res.setContentType("text/html");
        PrintWriter out = res.getWriter();
        out.println("<p>" + Encode.forHtml(name) + "</p>");
        out.println("<p>" + StringEscapeUtils.escapeHtml4(name) + "</p>");
        out.println("<p>" + HtmlUtils.htmlEscape(name) + "</p>");
        out.println("<p>" + Jsoup.clean(name, Safelist.basic()) + "</p>");
        out.println("<p>" + Jsoup.clean(name, "", Safelist.none(), new org.jsoup.nodes.Document.OutputSettings()) + "</p>");
        out.println("<p>" + POLICY.sanitize(name) + "</p>");
        out.println("<p>" + OWN.sanitize(name) + "</p>");
        out.println("<p>" + Integer.parseInt(name) + "</p>");
        out.printf("<p>%d</p>", Integer.valueOf(name));
        out.println("<a href='/s?q=" + java.net.URLEncoder.encode(name, "UTF-8") + "'>x</a>");
        out.println("<p>" + escape(name) + "</p>");
        out.println("<p>" + name.length() + "</p>");
        out.println("<p>" + org.apache.commons.lang3.StringUtils.replaceEach(name, new String[]{"&", "<", ">", "\"", "'"}, new String[]{"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) + "</p>");
        out.println("<p>" + com.google.common.html.HtmlEscapers.htmlEscaper().escape(name) + "</p>");
        if (name.matches("\\w+")) out.println("<p>" + name + "</p>");
        String lang = Set.of("de", "en").contains(name) ? name : "en";
        out.println("<html lang=" + lang + ">");
        out.println(org.unbescape.html.HtmlEscape.escapeHtml5(name));
    }
    private static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
    private static String escape2(String s) {
        StringBuilder b = new StringBuilder();
        for (char c : s.toCharArray()) {
            switch (c) { case '<': b.append("&lt;"); break; case '>': b.append("&gt;"); break; case '&': b.append("&amp;"); break; case '"': b.append("&quot;"); break; case '\'': b.append("&#39;"); break; default: b.append(c); }
        }
        return b.toString();
    }
    @GetMapping(value = "/1", produces = "text/html") String a(@RequestParam String n) { return "<p>" + escape2(n) + "</p>"; }
    @GetMapping(value = "/2", produces = MediaType.APPLICATION_JSON_VALUE) String b(@RequestParam String n) { return "{\"a\":\"" + n + "\"}"; }
    @GetMapping("/3") Map<String, String> c(@RequestParam String n) { return Map.of("n", n); }
    @GetMapping("/4") ResponseEntity<Map<String, String>> d(@RequestParam String n) { return ResponseEntity.ok(Map.of("n", n)); }
    @GetMapping("/5") ResponseEntity<String> e(@RequestParam String n) { return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("Hello " + n); }
    protected void doPost(HttpServletRequest req, HttpServletResponse res) throws IOException {
        res.setContentType("application/json");
        res.getWriter().write("{\"name\":\"" + req.getParameter("name") + "\"}");
    }
    protected void doPut(HttpServletRequest req, HttpServletResponse res) throws IOException {
        res.setContentType(MediaType.TEXT_PLAIN_VALUE);
        res.getWriter().write("hello " + req.getParameter("name"));
    }
    protected void doHead(HttpServletRequest req, HttpServletResponse res) throws IOException {
        res.setHeader("Content-Type", "text/plain;charset=UTF-8");
        res.getOutputStream().print("hello " + req.getParameter("name"));
    }
    protected void doDelete(HttpServletRequest req, HttpServletResponse res) throws IOException {
        res.setContentType("application/pdf");
        res.getOutputStream().write(req.getParameter("name").getBytes());
    }
    @GetMapping("/6") String view(@RequestParam String n, Model model) { model.addAttribute("n", n); return "page"; }
    @GetMapping(value = "/7", produces = "text/html") String list(@RequestParam List<String> items) { return items.stream().map(HtmlUtils::htmlEscape).map(i -> "<li>" + i + "</li>").collect(Collectors.joining("", "<ul>", "</ul>")); }
    @GetMapping(value = "/8", produces = "text/html") String num(@RequestParam int n) { return "<p>" + n + "</p>"; }
    @GetMapping("/9") void mapper(@RequestParam String n, HttpServletResponse res) throws IOException { res.setContentType("application/json"); new com.fasterxml.jackson.databind.ObjectMapper().writeValue(res.getWriter(), Map.of("n", n)); }
    @GetMapping("/10") Response jax(@RequestParam String n) { return Response.ok(Map.of("n", n)).type(jakarta.ws.rs.core.MediaType.APPLICATION_JSON).build(); }
    @GetMapping("/11") Response jax2(@RequestParam String n) { return Response.ok("hello " + n, jakarta.ws.rs.core.MediaType.TEXT_PLAIN).build(); }
    @GetMapping("/12") ResponseEntity<byte[]> bytes(@RequestBody byte[] data) { return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(data); }
    @GetMapping(value = "/13", produces = "text/html") String date(@RequestParam String d) { return "<p>" + java.time.LocalDate.parse(d) + "</p>"; }
    @GetMapping(value = "/14", produces = "text/html") String strip(@RequestParam String d) { return "<p>" + d.replaceAll("[^a-zA-Z0-9 ]", "") + "</p>"; }
    @GetMapping(value = "/15", produces = "text/html") String tags(@RequestParam String d) { return "<p>" + d.replaceAll("[<>&\"']", "") + "</p>"; }
    @PostMapping("/16") String echo(@RequestBody String body) { return body; }
}
