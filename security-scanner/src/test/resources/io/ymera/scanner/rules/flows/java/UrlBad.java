import java.net.*;
import java.net.http.*;
import java.util.*;
import jakarta.servlet.http.*;
import okhttp3.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.*;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.*;
@RestController
class UrlBad {
    private final RestTemplate rest = new RestTemplate();
    private final WebClient web = WebClient.create();
    private final RestClient client = RestClient.create();
    private final OkHttpClient ok = new OkHttpClient();
    private final HttpClient http = HttpClient.newHttpClient();
    @GetMapping("/1") Object a(@RequestParam String u) { return rest.getForObject(u, String.class); } // finding: ssrf
    @GetMapping("/2") Object b(@RequestParam String u) { return rest.exchange(RequestEntity.get(URI.create(u)).build(), String.class); } // finding: ssrf
    @GetMapping("/3") Object c(@RequestParam String u) { return web.get().uri(u).retrieve().bodyToMono(String.class); } // finding: ssrf
    @GetMapping("/4") Object d(@RequestParam String u) { return web.method(org.springframework.http.HttpMethod.GET).uri(URI.create(u)).retrieve(); } // finding: ssrf
    @GetMapping("/5") Object e(@RequestParam String u) { return client.get().uri(u).retrieve().body(String.class); } // finding: ssrf
    @GetMapping("/6") Object f(@RequestParam String u) throws Exception { return http.send(HttpRequest.newBuilder(URI.create(u)).build(), HttpResponse.BodyHandlers.ofString()); } // finding: ssrf
    @GetMapping("/7") Object g(@RequestParam String u) throws Exception { return ok.newCall(new Request.Builder().url(u).build()).execute(); } // finding: ssrf
    @GetMapping("/8") Object h(@RequestParam String h) throws Exception { return rest.getForObject("http://" + h + "/status", String.class); } // finding: ssrf
    @GetMapping("/9") Object i(@RequestParam String u) throws Exception { return new URL(u).openConnection().getInputStream(); } // finding: ssrf
    @GetMapping("/10") Object j(@RequestParam String u) throws Exception { if (u.contains("example.com")) return rest.getForObject(u, String.class); return null; } // finding: ssrf
    @GetMapping("/11") Object k(@RequestParam String u) throws Exception { if (URI.create(u).getHost().endsWith("example.com")) return rest.getForObject(u, String.class); return null; } // finding: ssrf
    @GetMapping("/12") Object l(@RequestParam String u) throws Exception { if (u.startsWith("https://example.com")) return rest.getForObject(u, String.class); return null; } // finding: ssrf
    @GetMapping("/13") Object m(@RequestParam String h) throws Exception { return ok.newCall(new Request.Builder().url(new HttpUrl.Builder().scheme("https").host(h).build()).build()).execute(); } // finding: ssrf
    @GetMapping("/14") Object n(@RequestParam String h) throws Exception { return rest.getForObject(UriComponentsBuilder.newInstance().scheme("https").host(h).path("/x").build().toUri(), String.class); } // finding: ssrf
    @GetMapping("/15") Object o(@RequestParam String h) throws Exception { return new Socket(h, 25).getInputStream(); } // finding: ssrf
    @GetMapping("/16") Object p(@RequestParam String u) throws Exception { return org.jsoup.Jsoup.connect(u).get(); } // finding: ssrf
    @GetMapping("/17") Object q(@RequestParam String u) throws Exception { return jakarta.ws.rs.client.ClientBuilder.newClient().target(u).request().get(); } // finding: ssrf
    @GetMapping("/18") Object r(@RequestParam String u) throws Exception { return new org.apache.http.client.methods.HttpGet(u); } // finding: ssrf
    @GetMapping("/19") Object s(@RequestParam String u) throws Exception { return javax.imageio.ImageIO.read(new URL(u)); } // finding: ssrf
    @GetMapping("/20") Object t(@RequestParam String u) throws Exception { return web.get().uri(b -> b.scheme("https").host(u).path("/x").build()).retrieve(); } // finding: ssrf
    @GetMapping("/21") Object u(@RequestParam String u) throws Exception { return http.sendAsync(HttpRequest.newBuilder().GET().uri(URI.create(u)).timeout(java.time.Duration.ofSeconds(1)).build(), HttpResponse.BodyHandlers.ofString()); } // finding: ssrf
    @GetMapping("/22") Object v(@RequestParam String u) throws Exception { HttpURLConnection c = (HttpURLConnection) URI.create(u).toURL().openConnection(); c.setRequestMethod("GET"); return c.getInputStream(); } // finding: ssrf
    @GetMapping("/23") Object w(@RequestParam String u) throws Exception { return rest.postForEntity(u, null, String.class); } // finding: ssrf
    @GetMapping("/24") Object x(@RequestParam String id) throws Exception { return rest.getForObject("https://api.example.com" + id, String.class); } // finding: ssrf
    // redirects
    @GetMapping("/r1") String ra(@RequestParam String next) { return "redirect:" + next; } // finding: open-redirect
    @GetMapping("/r2") void rb(@RequestParam String next, HttpServletResponse res) throws Exception { res.sendRedirect(next); } // finding: open-redirect
    @GetMapping("/r3") void rc(@RequestParam String next, HttpServletResponse res) throws Exception { if (next.startsWith("/")) res.sendRedirect(next); } // finding: open-redirect
    @GetMapping("/r4") RedirectView rd(@RequestParam String next) { return new RedirectView(next); } // finding: open-redirect
    @GetMapping("/r5") ResponseEntity<Void> re(@RequestParam String next) { return ResponseEntity.status(302).location(URI.create(next)).build(); } // finding: open-redirect
    @GetMapping("/r6") ResponseEntity<Void> rf(@RequestParam String next) { return ResponseEntity.status(302).header("Location", next).build(); } // finding: header-injection, open-redirect
    @GetMapping("/r7") void rg(HttpServletRequest req, HttpServletResponse res) throws Exception { res.sendRedirect(req.getHeader("Referer")); } // finding: open-redirect
    @GetMapping("/r8") Object rh(@RequestParam String next) throws Exception { return jakarta.ws.rs.core.Response.seeOther(URI.create(next)).build(); } // finding: open-redirect
    @GetMapping("/r9") Object ri(@RequestParam String next) throws Exception { var h = new HttpHeaders(); h.setLocation(URI.create(next)); return new ResponseEntity<>(h, HttpStatus.FOUND); }
    @GetMapping("/r10") Object rj(@RequestParam String next) throws Exception { return new org.springframework.web.servlet.ModelAndView("redirect:" + next); } // finding: open-redirect
    @GetMapping("/r11") void rk(@RequestParam String next, HttpServletResponse res) throws Exception { if (next.contains("example.com")) res.sendRedirect(next); } // finding: open-redirect
    @GetMapping("/r12") void rl(@RequestParam String next, HttpServletResponse res) throws Exception { res.setStatus(302); res.setHeader("Location", next); } // finding: header-injection, open-redirect
}
