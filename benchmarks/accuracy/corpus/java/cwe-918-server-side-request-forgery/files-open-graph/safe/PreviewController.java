package app.linkboard.preview;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URL;
import java.util.Map;

@Controller("/preview")
@ExecuteOn(TaskExecutors.BLOCKING)
class PreviewController {

    private final OpenGraphReader reader;
    private final PublisherList publishers;

    PreviewController(OpenGraphReader reader, PublisherList publishers) {
        this.reader = reader;
        this.publishers = publishers;
    }

    @Post
    Map<String, String> preview(@Body Link link) throws IOException {
        URL url = new URL(link.href());
        if (!publishers.knows(url)) {
            return Map.of("title", url.getHost());
        }
        return reader.read(url);
    }

    @Serdeable
    record Link(String href) {
    }
}
