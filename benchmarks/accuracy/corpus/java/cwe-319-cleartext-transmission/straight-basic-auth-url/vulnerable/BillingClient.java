package billing.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

public class BillingClient {
    private static final URI ACCOUNTS = URI.create("http://billing.example.com/accounts");

    private final HttpClient client = HttpClient.newHttpClient();

    public String accounts(String user, String password) throws IOException, InterruptedException {
        String token = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        HttpRequest request =
                HttpRequest.newBuilder(ACCOUNTS).header("Authorization", "Basic " + token).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
