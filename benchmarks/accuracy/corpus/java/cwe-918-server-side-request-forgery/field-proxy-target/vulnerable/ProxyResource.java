package proxy;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

@Path("/items")
public class ProxyResource {
    private final Client client = ClientBuilder.newClient();

    @GET
    public String items(@CookieParam("backend") String backend) {
        Upstream upstream = new Upstream().base(backend);
        return client.target(upstream.base())
                .path("/items")
                .queryParam("from", upstream.resource())
                .request()
                .get(String.class);
    }
}
