package studio.fresco.media;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Controller("/artworks")
public class ThumbnailController {

    private final MediaSettings settings;

    public ThumbnailController(MediaSettings settings) {
        this.settings = settings;
    }

    @Get(uri = "/{id}/thumbnail", produces = "image/webp")
    public Mono<HttpResponse<byte[]>> thumbnail(@PathVariable UUID id, @QueryValue(defaultValue = "320") int width) {
        return Mono.just(width)
            .map(w -> "convert " + settings.originals() + "/" + id + ".tif -resize " + w + "x webp:-")
            .flatMap(line -> Mono.fromCallable(() -> capture(line)).subscribeOn(Schedulers.boundedElastic()))
            .<HttpResponse<byte[]>>map(HttpResponse::ok)
            .onErrorReturn(IOException.class, HttpResponse.serverError());
    }

    private static byte[] capture(String line) throws IOException {
        Process p = Runtime.getRuntime().exec(new String[] {"/bin/bash", "-c", line});
        p.getOutputStream().close();
        byte[] image = p.getInputStream().readAllBytes();
        if (image.length == 0) {
            throw new IOException("converter produced nothing");
        }
        return image;
    }

    public interface MediaSettings {
        String originals();
    }
}
