package editor;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Component
public class PreviewHandler {
    public Mono<ServerResponse> preview(ServerRequest request) {
        return request.formData()
                .map(form -> form.getFirst("body"))
                .map(body -> "<article>" + body + "</article>")
                .flatMap(page -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("X-Content-Type-Options", "nosniff")
                        .bodyValue(page));
    }
}
