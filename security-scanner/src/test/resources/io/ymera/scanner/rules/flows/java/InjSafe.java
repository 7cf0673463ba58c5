import java.io.*;
import java.util.*;
import java.util.regex.Pattern;
import javax.naming.directory.*;
import javax.naming.ldap.*;
import javax.xml.xpath.*;
import com.mongodb.client.*;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.slf4j.*;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.*;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.*;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

@RestController
class InjSafe {
    private static final Logger log = LoggerFactory.getLogger(InjSafe.class);
    private static final Map<String, List<String>> COMMANDS = Map.of("up", List.of("uptime"), "df", List.of("df", "-h"));
    private DirContext ctx; private LdapTemplate ldap; private XPath xpath; private org.w3c.dom.Document doc; private MongoTemplate mongo; private MongoCollection<Document> users;
    private final SpelExpressionParser spel = new SpelExpressionParser();
    @GetMapping("/c1") Process c1(@RequestParam String host) throws IOException { return new ProcessBuilder("ping", "-c", "1", host).start(); }
    @GetMapping("/c2") Process c2(@RequestParam String file) throws IOException { return new ProcessBuilder(List.of("convert", file, "out.png")).start(); }
    @GetMapping("/c3") Process c3(@RequestParam String key) throws IOException { return new ProcessBuilder(COMMANDS.get(key)).start(); }
    @GetMapping("/c4") Process c4(@RequestParam String q) throws IOException { return new ProcessBuilder("sh", "-c", "grep -- \"$1\" log.txt", "sh", q).start(); }
    @GetMapping("/c5") Process c5(@RequestParam String host) throws IOException {
        if (!host.matches("[A-Za-z0-9.-]+")) throw new IllegalArgumentException();
        return Runtime.getRuntime().exec("ping -c 1 " + host);
    }
    @GetMapping("/c6") Process c6(@RequestParam int n) throws IOException { return Runtime.getRuntime().exec("head -n " + n + " f"); }
    @GetMapping("/c7") Process c7(@RequestParam String f) throws IOException { List<String> cmd = new ArrayList<>(); cmd.add("ffmpeg"); cmd.add("-i"); cmd.add(f); ProcessBuilder pb = new ProcessBuilder(); pb.command(cmd); return pb.start(); }
    @GetMapping("/c8") Process c8(@RequestParam String f) throws IOException { return Runtime.getRuntime().exec(new String[] {"cat", f}); }
    @GetMapping("/c9") Process c9(@RequestParam String lang) throws IOException { String l = switch (lang) { case "de" -> "deu"; default -> "eng"; }; return Runtime.getRuntime().exec("tesseract in out -l " + l); }
    @GetMapping("/c10") void c10(@RequestParam String f) throws IOException { var line = new org.apache.commons.exec.CommandLine("convert"); line.addArgument(f); new org.apache.commons.exec.DefaultExecutor().execute(line); }
    @GetMapping("/c11") void c11(@RequestParam String f) throws IOException { ProcessBuilder pb = new ProcessBuilder("x"); pb.environment().put("TARGET", f); pb.start(); }
    @GetMapping("/l1") Object l1(@RequestParam String u) throws Exception { return ctx.search("ou=people", "(uid={0})", new Object[] {u}, new SearchControls()); }
    @GetMapping("/l2") Object l2(@RequestParam String u) throws Exception { return ldap.search("ou=people", new EqualsFilter("uid", u).encode(), (org.springframework.ldap.core.AttributesMapper<String>) a -> ""); }
    @GetMapping("/l3") Object l3(@RequestParam String u) throws Exception { return ldap.search(LdapQueryBuilder.query().where("uid").is(u), (org.springframework.ldap.core.AttributesMapper<String>) a -> ""); }
    @GetMapping("/l4") Object l4(@RequestParam String u) throws Exception { return ctx.search("ou=people", "(uid=" + LdapEncoder.filterEncode(u) + ")", new SearchControls()); }
    @GetMapping("/l5") Object l5(@RequestParam String u) throws Exception { if (!u.matches("[a-z0-9]+")) return null; return ctx.search("ou=people", "(uid=" + u + ")", new SearchControls()); }
    @GetMapping("/l6") Object l6(@RequestParam String u) throws Exception { AndFilter f = new AndFilter(); f.and(new EqualsFilter("objectClass", "person")).and(new LikeFilter("cn", u)); return ldap.search("", f.encode(), (org.springframework.ldap.core.AttributesMapper<String>) a -> ""); }
    @GetMapping("/l7") Object l7(@RequestParam String u) throws Exception { return ctx.getAttributes(new LdapName(List.of(new Rdn("uid", u)))); }
    private static String esc(String s) { StringBuilder b = new StringBuilder(); for (char c : s.toCharArray()) { switch (c) { case '\\' -> b.append("\\5c"); case '*' -> b.append("\\2a"); case '(' -> b.append("\\28"); case ')' -> b.append("\\29"); case '\0' -> b.append("\\00"); default -> b.append(c); } } return b.toString(); }
    @GetMapping("/l8") Object l8(@RequestParam String u) throws Exception { return ctx.search("ou=people", "(uid=" + esc(u) + ")", new SearchControls()); }
    @GetMapping("/x1") Object x1(@RequestParam String u) throws Exception { xpath.setXPathVariableResolver(v -> u); return xpath.evaluate("//user[@name=$name]", doc); }
    @GetMapping("/x2") Object x2(@RequestParam String u) throws Exception { if (u.contains("'") || u.contains("\"")) return null; return xpath.evaluate("//user[@name='" + u + "']", doc); }
    @GetMapping("/x3") Object x3(@RequestParam int id) throws Exception { return xpath.compile("//user[@id=" + id + "]").evaluate(doc); }
    @GetMapping("/m1") Object m1(@RequestParam String u) { return users.find(Filters.eq("name", u)).first(); }
    @GetMapping("/m2") Object m2(@RequestParam String u) { return users.find(new Document("name", u)).first(); }
    @GetMapping("/m3") Object m3(@RequestParam String u) { return mongo.find(Query.query(Criteria.where("name").is(u)), Document.class); }
    @GetMapping("/m4") Object m4(@RequestParam String u) { return users.find(Filters.regex("name", "^" + Pattern.quote(u))).first(); }
    @GetMapping("/e1") Object e1(@RequestParam String v) { return spel.parseExpression("#root + 1").getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build(), v); }
    @GetMapping("/g1") void g1(@RequestParam String u) { log.info("user {}", u.replaceAll("[\r\n]", "_")); }
    @GetMapping("/g2") void g2(@RequestParam int u) { log.info("user {}", u); }
    @GetMapping("/g3") void g3(@RequestParam String u) { log.info("user {}", u.replace('\n', '_').replace('\r', '_')); }
    @GetMapping("/g4") void g4(@RequestParam String u) { log.info("length {}", u.length()); }
    @GetMapping("/g5") void g5(@RequestParam String u) { log.info("user {}", clean(u)); }
    private static String clean(String s) { return s == null ? null : s.replaceAll("\\p{Cntrl}", ""); }
    @GetMapping("/g6") void g6(@RequestParam java.util.UUID u) { log.info("user {}", u); }
    @PostMapping("/u1") void u1(@RequestParam MultipartFile file) throws IOException {
        String ext = org.apache.commons.io.FilenameUtils.getExtension(file.getOriginalFilename()).toLowerCase();
        if (!Set.of("png", "jpg").contains(ext)) throw new IllegalArgumentException();
        file.transferTo(new File("/srv/up/" + UUID.randomUUID() + "." + ext));
    }
    @PostMapping("/u2") void u2(@RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        String ext = name.substring(name.lastIndexOf('.') + 1);
        if (!List.of("png", "jpg").contains(ext.toLowerCase(Locale.ROOT))) throw new IllegalArgumentException();
        java.nio.file.Files.copy(file.getInputStream(), java.nio.file.Path.of("/srv/up", UUID.randomUUID() + "." + ext));
    }
    @PostMapping("/u3") void u3(@RequestParam MultipartFile file) throws IOException {
        String ext = switch (file.getContentType()) { case "image/png" -> ".png"; case "image/jpeg" -> ".jpg"; default -> throw new IllegalArgumentException(); };
        file.transferTo(new File("/srv/up/" + UUID.randomUUID() + ext));
    }
    @PostMapping("/u4") void u4(@RequestParam MultipartFile file) throws IOException {
        String name = new File(file.getOriginalFilename()).getName();
        if (!name.matches("[A-Za-z0-9_-]+\\.(png|jpe?g|gif)")) throw new IllegalArgumentException();
        file.transferTo(new File("/srv/up", name));
    }
    @PostMapping("/u5") void u5(@RequestParam MultipartFile file) throws IOException {
        boolean ok = false;
        for (String e : new String[] {".png", ".jpg"}) if (file.getOriginalFilename().toLowerCase().endsWith(e)) ok = true;
        if (!ok) throw new IllegalArgumentException();
        file.transferTo(java.nio.file.Path.of("/srv/up").resolve(java.nio.file.Path.of(file.getOriginalFilename()).getFileName()));
    }
    @GetMapping("/r1") Object r1(@RequestParam String c) throws Exception { return Map.<String, Class<?>>of("a", String.class).get(c).getDeclaredConstructor().newInstance(); }
    @GetMapping("/r2") Object r2(@RequestParam String c) throws Exception { if (!Set.of("com.x.A", "com.x.B").contains(c)) return null; return Class.forName(c).getDeclaredConstructor().newInstance(); }
    @GetMapping("/r3") Object r3(@RequestParam String q) { return Pattern.compile(Pattern.quote(q)).matcher("x").find(); }
    @ExceptionHandler(Exception.class) org.springframework.http.ResponseEntity<String> h(Exception e) { log.error("failed", e); return org.springframework.http.ResponseEntity.status(500).body("Internal error"); }
    @GetMapping("/t1") String t1(@RequestParam String n) { var c = new org.thymeleaf.context.Context(); c.setVariable("n", n); return new org.thymeleaf.TemplateEngine().process("mail/hello", c); }
    @GetMapping("/s1") String s1(@RequestParam String n) { return String.format("hello %s", n); }
    @GetMapping("/s2") void s2(jakarta.servlet.http.HttpServletResponse r, @RequestParam String n) { r.setHeader("X-Name", java.net.URLEncoder.encode(n, java.nio.charset.StandardCharsets.UTF_8)); r.setHeader("Content-Disposition", "attachment; filename=\"" + n.replaceAll("[^A-Za-z0-9._-]", "_") + "\""); }
}
