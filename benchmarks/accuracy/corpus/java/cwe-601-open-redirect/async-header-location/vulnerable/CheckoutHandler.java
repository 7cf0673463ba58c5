package shop.checkout;

import java.net.URI;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

public class CheckoutHandler {
    public Mono<ServerResponse> done(ServerRequest request) {
        return request.formData()
                .mapNotNull(form -> form.getFirst("return"))
                .map(URI::create)
                .flatMap(uri -> ServerResponse.seeOther(uri).build());
    }
}
