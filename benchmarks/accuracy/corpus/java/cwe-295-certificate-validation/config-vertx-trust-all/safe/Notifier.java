package notify;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

class Notifier {
    private final WebClient client;

    Notifier(Vertx vertx) {
        HttpClientOptions base = new HttpClientOptions().setSsl(true).setConnectTimeout(2_000);
        WebClientOptions options = new WebClientOptions(base);
        options.setTrustOptions(new PemTrustOptions().addCertPath("/etc/notify/ca.pem"));
        client = WebClient.create(vertx, options);
    }

    void send(String text) {
        client.post(443, "push.example.com", "/v2/messages").sendBuffer(io.vertx.core.buffer.Buffer.buffer(text));
    }
}
