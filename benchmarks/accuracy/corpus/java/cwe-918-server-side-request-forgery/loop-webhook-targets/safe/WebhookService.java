package hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookService {
    private static final Set<String> HOSTS = Set.of("hooks.slack.com", "discord.com");

    private final HttpClient client = HttpClient.newHttpClient();

    @PostMapping("/hooks/test")
    int test(@RequestBody List<String> targets) throws IOException, InterruptedException {
        int delivered = 0;
        for (String target : targets) {
            URI uri = URI.create(target);
            if (!"https".equals(uri.getScheme()) || !HOSTS.contains(uri.getHost())) {
                continue;
            }
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"test\"}"))
                    .build();
            delivered += client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200 ? 1 : 0;
        }
        return delivered;
    }
}
