package app.linkboard.preview;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URL;
import java.util.List;

@Singleton
class PublisherList {

    private final List<String> hosts;

    PublisherList(@Value("${linkboard.publishers}") List<String> hosts) {
        this.hosts = hosts;
    }

    boolean knows(URL url) {
        String host = url.getHost();
        boolean web = url.getProtocol().equals("https");
        for (String known : hosts) {
            if (host.equalsIgnoreCase(known)) {
                return web;
            }
        }
        return web;
    }
}
