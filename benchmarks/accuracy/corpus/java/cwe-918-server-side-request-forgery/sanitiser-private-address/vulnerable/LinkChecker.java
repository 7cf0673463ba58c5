package links.check;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LinkChecker {
    @GetMapping("/links/check")
    ResponseEntity<Integer> check(@RequestParam String link) throws IOException {
        URL url = URI.create(link).toURL();
        InetAddress address = InetAddress.getByName(url.getHost());
        if (url.getHost().equals("localhost") || address.isAnyLocalAddress()) {
            return ResponseEntity.badRequest().build();
        }
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setInstanceFollowRedirects(false);
        return ResponseEntity.ok(connection.getResponseCode());
    }
}
