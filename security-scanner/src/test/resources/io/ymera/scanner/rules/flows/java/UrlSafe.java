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
class UrlSafe {
    private static final Set<String> HOSTS = Set.of("api.example.com", "img.example.com");
    private static final Map<String, String> TARGETS = Map.of("a", "https://a.example.com/x");
    private final RestTemplate rest = new RestTemplate();
    private final WebClient web = WebClient.builder().baseUrl("https://api.example.com").build();
    private final RestClient client = RestClient.create("https://api.example.com");
    private final OkHttpClient ok = new OkHttpClient();
    private final HttpClient http = HttpClient.newHttpClient();
    @org.springframework.beans.factory.annotation.Value("${api.base}") private String base;

    @GetMapping("/1") String a(@RequestParam String id) { return rest.getForObject("https://api.example.com/items/{id}", String.class, id); }
    @GetMapping("/2") String b(@RequestParam String id) { return rest.getForObject("https://api.example.com/items/" + id, String.class); }
    @GetMapping("/3") String c(@RequestParam String q) { return rest.getForObject(UriComponentsBuilder.fromUriString("https://api.example.com/search").queryParam("q", q).toUriString(), String.class); }
    @GetMapping("/4") Object d(@RequestParam String q) { return web.get().uri("/search/{q}", q).retrieve().bodyToMono(String.class); }
    @GetMapping("/5") Object e(@RequestParam String q) { return web.get().uri(u -> u.path("/search").queryParam("q", q).build()).retrieve().bodyToMono(String.class); }
    @GetMapping("/6") Object f(@RequestParam String q) { return client.get().uri("/search?q=" + q).retrieve().body(String.class); }
    @GetMapping("/7") String g(@RequestParam String q) { return rest.getForObject(base + "/items/" + q, String.class); }
    @GetMapping("/8") Object h(@RequestParam String url) throws Exception {
        URI uri = new URI(url);
        if (!"https".equals(uri.getScheme()) || !HOSTS.contains(uri.getHost())) throw new IllegalArgumentException();
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
    @GetMapping("/9") Object i(@RequestParam String url) throws Exception {
        URL u = new URL(url);
        if (HOSTS.stream().noneMatch(h -> h.equalsIgnoreCase(u.getHost()))) throw new IllegalArgumentException();
        return u.openStream().readAllBytes();
    }
    @GetMapping("/10") Object j(@RequestParam String key) throws Exception { return new URL(TARGETS.get(key)).openStream().readAllBytes(); }
    @GetMapping("/11") Object k(@RequestParam String q) throws Exception {
        HttpUrl url = new HttpUrl.Builder().scheme("https").host("api.example.com").addPathSegment(q).addQueryParameter("x", q).build();
        return ok.newCall(new Request.Builder().url(url).build()).execute().body().string();
    }
    @GetMapping("/12") Object l(@RequestParam String url) throws Exception {
        if (!url.startsWith("https://api.example.com/")) throw new IllegalArgumentException();
        return rest.getForObject(url, String.class);
    }
    @GetMapping("/13") Object m(@RequestParam String url) throws Exception {
        URI uri = URI.create(url);
        InetAddress address = InetAddress.getByName(uri.getHost());
        if (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress()) throw new IllegalArgumentException();
        return rest.getForObject(uri, String.class);
    }
    @GetMapping("/14") Object n(@RequestParam String url) throws Exception {
        String host = URI.create(url).getHost();
        if (host == null || !(host.equals("example.com") || host.endsWith(".example.com"))) throw new IllegalArgumentException();
        return rest.getForObject(url, String.class);
    }
    @GetMapping("/15") Object o(@RequestParam String region) throws Exception {
        String host = switch (region) { case "eu" -> "eu.example.com"; case "us" -> "us.example.com"; default -> throw new IllegalArgumentException(); };
        return rest.getForObject("https://" + host + "/x", String.class);
    }
    @GetMapping("/16") Object p(@RequestParam String tenant) throws Exception {
        if (!tenant.matches("[a-z0-9]{3,20}")) throw new IllegalArgumentException();
        return rest.getForObject("https://" + tenant + ".example.com/x", String.class);
    }
    private boolean allowed(String url) { try { return HOSTS.contains(new URL(url).getHost()); } catch (MalformedURLException e) { return false; } }
    @GetMapping("/17") Object q(@RequestParam String url) throws Exception { if (!allowed(url)) return null; return rest.getForObject(url, String.class); }
    @GetMapping("/18") Object r(@RequestParam String q) throws Exception { return http.send(HttpRequest.newBuilder().uri(URI.create("https://api.example.com/s?q=" + URLEncoder.encode(q, "UTF-8"))).build(), HttpResponse.BodyHandlers.ofString()).body(); }
    @GetMapping("/19") Object s(@RequestParam String q) throws Exception { return rest.exchange(RequestEntity.get("https://api.example.com/x/{q}", q).build(), String.class); }
    @PostMapping("/20") Object t(@RequestBody String body) throws Exception { return rest.postForObject("https://api.example.com/x", body, String.class); }
    @PostMapping("/21") Object u(@RequestBody String body) throws Exception { return http.send(HttpRequest.newBuilder(URI.create("https://api.example.com/x")).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString()); }
    @PostMapping("/22") Object v(@RequestBody String body) throws Exception { return web.post().uri("/x").bodyValue(body).retrieve().bodyToMono(String.class); }
    @PostMapping("/23") Object w(@RequestBody String body) throws Exception { return ok.newCall(new Request.Builder().url("https://api.example.com/x").post(okhttp3.RequestBody.create(body, null)).build()).execute(); }
    @PostMapping("/24") Object x(@RequestHeader("Authorization") String auth) throws Exception {
        HttpHeaders h = new HttpHeaders(); h.set("Authorization", auth);
        return rest.exchange("https://api.example.com/me", HttpMethod.GET, new HttpEntity<>(h), String.class);
    }
    @GetMapping("/25") Object y(@RequestParam String q) throws Exception { return jakarta.ws.rs.client.ClientBuilder.newClient().target("https://api.example.com").path("items").path(q).queryParam("q", q).request().get(String.class); }
    @GetMapping("/26") Object z(@RequestParam String q) throws Exception { return ((HttpURLConnection) new URL("https", "api.example.com", "/x/" + q).openConnection()).getInputStream(); }
    @GetMapping("/27") Object a2(@RequestParam int port) throws Exception { return new Socket("mail.example.com", port); }
    // redirects
    @GetMapping("/r1") String ra() { return "redirect:/home"; }
    @GetMapping("/r2") void rb(@RequestParam String id, HttpServletResponse res) throws Exception { res.sendRedirect("/items/" + id); }
    @GetMapping("/r3") void rc(@RequestParam String next, HttpServletResponse res) throws Exception {
        if (!next.startsWith("/") || next.startsWith("//") || next.startsWith("/\\")) next = "/";
        res.sendRedirect(next);
    }
    @GetMapping("/r4") RedirectView rd(@RequestParam String next) { return new RedirectView(TARGETS.getOrDefault(next, "/")); }
    @GetMapping("/r5") ResponseEntity<Void> re(@RequestParam String next) {
        URI uri = URI.create(next);
        if (uri.isAbsolute() || uri.getHost() != null) return ResponseEntity.badRequest().build();
        return ResponseEntity.status(302).location(uri).build();
    }
    @GetMapping("/r6") ResponseEntity<Void> rf(@RequestParam String next) {
        URI uri = URI.create(next);
        if (!HOSTS.contains(uri.getHost())) return ResponseEntity.badRequest().build();
        return ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, uri.toString()).build();
    }
    @GetMapping("/r7") void rg(HttpServletRequest req, HttpServletResponse res) throws Exception { res.sendRedirect(req.getContextPath() + "/login"); }
    @GetMapping("/r8") void rh(@RequestParam String tab, HttpServletResponse res) throws Exception { res.sendRedirect("/settings?tab=" + URLEncoder.encode(tab, "UTF-8")); }
    @PostMapping("/r9") ResponseEntity<Void> ri(@RequestBody Map<String, String> body) { return ResponseEntity.created(URI.create("/items/" + body.get("id"))).build(); }
    @PostMapping("/r10") ResponseEntity<Void> rj(@RequestBody Map<String, String> body) { return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequest().path("/{id}").buildAndExpand(body.get("id")).toUri()).build(); }
    @PostMapping("/r11") ResponseEntity<Void> rk(@RequestBody Map<String, String> body, UriComponentsBuilder u) { return ResponseEntity.created(u.path("/items/{id}").buildAndExpand(body.get("id")).toUri()).build(); }
}
