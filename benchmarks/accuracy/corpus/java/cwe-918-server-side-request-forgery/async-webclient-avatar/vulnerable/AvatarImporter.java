package profile;

import java.time.Duration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@RestController
class AvatarImporter {
    private final WebClient client = WebClient.create();

    @PostMapping("/avatar")
    Mono<Integer> load(ServerHttpRequest request) {
        return Mono.justOrEmpty(request.getQueryParams().getFirst("source"))
                .flatMap(source -> client.get()
                        .uri(source)
                        .retrieve()
                        .bodyToMono(byte[].class)
                        .timeout(Duration.ofSeconds(3)))
                .map(image -> image.length);
    }
}
