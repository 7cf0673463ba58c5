package partner;

import java.io.IOException;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

public class PartnerClient {
    public String status() throws IOException {
        try (CloseableHttpClient client = HttpClients.custom()
                .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                .build()) {
            return EntityUtils.toString(client.execute(new HttpGet("https://api.partner.example/status")).getEntity());
        }
    }
}
