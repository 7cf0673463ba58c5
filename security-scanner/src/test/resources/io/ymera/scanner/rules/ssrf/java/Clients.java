import java.io.*;
import java.net.*;
import java.net.http.*;
import java.util.Set;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
class ProxyController {
    private static final Set<String> HOSTS = Set.of("api.shop.example", "cdn.shop.example");
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/fetch")
    String fetch(@RequestParam String url) throws IOException {
        return rest.getForObject(url, String.class); // finding: ssrf
    }

    @GetMapping("/avatar")
    byte[] avatar(@RequestParam String url) throws Exception {
        InputStream in = new URL(url).openStream(); // finding: ssrf
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection(); // finding: ssrf
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).GET().build();
        client.send(request, HttpResponse.BodyHandlers.ofString()); // finding: ssrf
        return in.readAllBytes();
    }

    @GetMapping("/user/{id}")
    String user(@PathVariable String id) {
        return rest.getForObject("https://api.shop.example/users/" + id, String.class);
    }

    @GetMapping("/service")
    String service(@RequestParam String host) {
        if (!HOSTS.contains(host)) {
            throw new IllegalArgumentException();
        }
        return rest.getForObject("https://" + host + "/status", String.class);
    }
}
