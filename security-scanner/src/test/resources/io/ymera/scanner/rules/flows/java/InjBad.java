import java.io.*;
import java.util.*;
import java.util.regex.Pattern;
import javax.naming.directory.*;
import javax.xml.xpath.*;
import com.mongodb.client.*;
import org.bson.Document;
import org.slf4j.*;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.*;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.expression.spel.standard.SpelExpressionParser;
@RestController
class InjBad {
    private static final Logger log = LoggerFactory.getLogger(InjBad.class);
    private DirContext ctx; private LdapTemplate ldap; private XPath xpath; private org.w3c.dom.Document doc; private MongoTemplate mongo; private MongoCollection<Document> users;
    private javax.persistence.EntityManager em; private javax.naming.Context jndi;
    @GetMapping("/c1") Process c1(@RequestParam String host) throws IOException { return Runtime.getRuntime().exec("ping -c 1 " + host); } // finding: command-injection
    @GetMapping("/c2") Process c2(@RequestParam String f) throws IOException { return new ProcessBuilder("sh", "-c", "convert " + f).start(); } // finding: command-injection
    @GetMapping("/c3") Process c3(@RequestParam String f) throws IOException { return new ProcessBuilder(Arrays.asList("/bin/bash", "-c", "convert " + f)).start(); } // finding: command-injection
    @GetMapping("/c4") Process c4(@RequestParam String f) throws IOException { return new ProcessBuilder(f.split(" ")).start(); } // finding: command-injection
    @GetMapping("/c5") Process c5(@RequestParam String f) throws IOException { String[] cmd = {"cmd.exe", "/c", "dir " + f}; return Runtime.getRuntime().exec(cmd); } // finding: command-injection
    @GetMapping("/c6") Process c6(@RequestParam String f) throws IOException { List<String> cmd = new ArrayList<>(); cmd.add("sh"); cmd.add("-c"); cmd.add("cat " + f); return new ProcessBuilder(cmd).start(); } // finding: command-injection
    @GetMapping("/c7") Process c7(@RequestParam String tool) throws IOException { return new ProcessBuilder(tool, "--version").start(); } // finding: command-injection
    @GetMapping("/c8") void c8(@RequestParam String f) throws IOException { new org.apache.commons.exec.DefaultExecutor().execute(org.apache.commons.exec.CommandLine.parse("convert " + f)); } // finding: command-injection
    @GetMapping("/c9") Process c9(@RequestParam String f) throws IOException { if (f.contains(";")) return null; return Runtime.getRuntime().exec(new String[] {"sh", "-c", "cat " + f}); } // finding: command-injection
    @GetMapping("/l1") Object l1(@RequestParam String u) throws Exception { return ctx.search("ou=people", "(uid=" + u + ")", new SearchControls()); } // finding: ldap-injection
    @GetMapping("/l2") Object l2(@RequestParam String u) throws Exception { return ldap.search("ou=people", "(uid=" + u + ")", (org.springframework.ldap.core.AttributesMapper<String>) a -> ""); } // finding: ldap-injection
    @GetMapping("/l3") Object l3(@RequestParam String u) throws Exception { return ldap.search(LdapQueryBuilder.query().filter("(uid=" + u + ")"), (org.springframework.ldap.core.AttributesMapper<String>) a -> ""); } // finding: ldap-injection
    @GetMapping("/l4") Object l4(@RequestParam String u) throws Exception { return ctx.getAttributes("uid=" + u + ",ou=people"); } // finding: ldap-injection
    @GetMapping("/x1") Object x1(@RequestParam String u) throws Exception { return xpath.evaluate("//user[@name='" + u + "']", doc); } // finding: xpath-injection
    @GetMapping("/x2") Object x2(@RequestParam String u) throws Exception { return XPathFactory.newInstance().newXPath().compile("//user[@name='" + u + "']").evaluate(doc); } // finding: xpath-injection
    @GetMapping("/m1") Object m1(@RequestParam String u) { return users.find(Document.parse("{name: '" + u + "'}")).first(); } // finding: nosql-injection
    @GetMapping("/m2") Object m2(@RequestParam String u) { return mongo.find(new BasicQuery("{name: '" + u + "'}"), Document.class); } // finding: nosql-injection
    @GetMapping("/m3") Object m3(@RequestParam String u) { return users.find(new Document("$where", "this.name == '" + u + "'")).first(); } // finding: nosql-injection
    @PostMapping("/m4") Object m4(@RequestBody Map<String, Object> u) { return users.find(new Document(u)).first(); } // finding: nosql-injection
    @GetMapping("/e1") Object e1(@RequestParam String v) { return new SpelExpressionParser().parseExpression(v).getValue(); } // finding: expression-injection
    @GetMapping("/e2") Object e2(@RequestParam String v) throws Exception { return new javax.script.ScriptEngineManager().getEngineByName("js").eval(v); } // finding: code-injection
    @GetMapping("/e3") Object e3(@RequestParam String v) { return new groovy.lang.GroovyShell().evaluate(v); } // finding: code-injection
    @GetMapping("/e4") Object e4(@RequestParam String v) throws Exception { return new freemarker.template.Template("t", new StringReader(v), null); } // finding: template-injection
    @GetMapping("/e5") Object e5(@RequestParam String v) { var w = new StringWriter(); org.apache.velocity.app.Velocity.evaluate(new org.apache.velocity.VelocityContext(), w, "t", v); return w; } // finding: template-injection
    @GetMapping("/e6") Object e6(@RequestParam String v) { return new org.thymeleaf.TemplateEngine().process(v, new org.thymeleaf.context.Context()); } // finding: template-injection
    @GetMapping("/e7") Object e7(@RequestParam String v) throws Exception { return new io.pebbletemplates.pebble.PebbleEngine.Builder().build().getLiteralTemplate(v); } // finding: template-injection
    @GetMapping("/j1") Object j1(@RequestParam String v) throws Exception { return new javax.naming.InitialContext().lookup(v); } // finding: jndi-injection
    @GetMapping("/g1") void g1(@RequestParam String u) { log.info("user " + u); } // finding: log-injection
    @GetMapping("/g2") void g2(@RequestParam String u) { log.warn("user {}", u); } // finding: log-injection
    @GetMapping("/g3") void g3(@RequestHeader("X-F") String u) { java.util.logging.Logger.getLogger("x").info("user " + u); } // finding: log-injection
    @PostMapping("/u1") void u1(@RequestParam MultipartFile file) throws IOException { file.transferTo(new File("/srv/up/" + UUID.randomUUID() + "-" + file.getOriginalFilename())); } // finding: file-upload, path-traversal
    @PostMapping("/u2") void u2(@RequestParam MultipartFile file) throws IOException { if (file.getContentType().startsWith("image/")) file.transferTo(new File("/srv/up", org.apache.commons.io.FilenameUtils.getName(file.getOriginalFilename()))); } // finding: file-upload
    @PostMapping("/u3") void u3(@RequestParam MultipartFile file) throws IOException { String n = file.getOriginalFilename(); String ext = n.substring(n.lastIndexOf('.')); java.nio.file.Files.write(java.nio.file.Path.of("/srv/up", UUID.randomUUID() + ext), file.getBytes()); } // finding: file-upload, path-traversal
    @GetMapping("/r1") Object r1(@RequestParam String c) throws Exception { return Class.forName("com.x." + c).getDeclaredConstructor().newInstance(); } // finding: unsafe-reflection
    @GetMapping("/r2") Object r2(@RequestParam String m) throws Exception { return getClass().getMethod(m).invoke(this); } // finding: unsafe-reflection
    @GetMapping("/r3") Object r3(@RequestParam String q) { return Pattern.compile(q).matcher("x").find(); } // finding: regex-injection
    @ExceptionHandler(Exception.class) org.springframework.http.ResponseEntity<String> h(Exception e) { return org.springframework.http.ResponseEntity.status(500).body(e.getMessage()); } // finding: error-disclosure
    @GetMapping("/h2") Object h2() { try { return em.find(Object.class, 1); } catch (RuntimeException e) { return Map.of("error", e.toString()); } } // finding: error-disclosure
    @GetMapping("/s1") String s1(@RequestParam String n) { return String.format(n, 1); } // finding: format-string
    @GetMapping("/s2") void s2(jakarta.servlet.http.HttpServletResponse r, @RequestParam String n) { r.setHeader("X-Name", n); } // finding: header-injection
    @GetMapping("/s3") void s3(jakarta.servlet.http.HttpServletResponse r, @RequestParam String n) { r.addCookie(new jakarta.servlet.http.Cookie("a", n)); } // finding: cookie-http-only, header-injection, insecure-cookie
    @GetMapping("/s4") byte[] s4(@RequestParam int n) { return new byte[n]; } // finding: resource-exhaustion
    @GetMapping("/s5") void s5(jakarta.servlet.http.HttpSession s, @RequestParam String n) { s.setAttribute("role", n); } // finding: trust-boundary
    @GetMapping("/s6") Object s6(@RequestBody String n) { return com.alibaba.fastjson.JSON.parse(n); } // finding: deserialization
    @PostMapping("/s7") Object s7(@RequestBody User user) { return repo.save(user); } // finding: mass-assignment
    private org.springframework.data.jpa.repository.JpaRepository<User, Long> repo; static class User { public String name; public boolean admin; }
    @GetMapping("/s8") Object s8(@RequestParam String n, jakarta.servlet.http.HttpServletRequest r) { return r.getRequestDispatcher("/WEB-INF/" + n + ".jsp"); } // finding: unsafe-forward
    @GetMapping("/delete") void delete(@RequestParam long id) { repo.deleteById(id); } // finding: csrf-disabled
    @GetMapping("/s9") Object s9(@RequestParam String h) { return em.createNativeQuery("call p('" + h + "')").executeUpdate(); } // finding: sql-injection
    @GetMapping("/s10") Object s10(@RequestParam String h) { return em.createQuery("from User u where u.name = '" + h + "'").getResultList(); } // finding: sql-injection
}
