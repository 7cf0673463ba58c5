package app.linkboard.preview;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

@Singleton
class OpenGraphReader {

    Map<String, String> read(URL url) throws IOException {
        Document page = Jsoup.connect(url.toExternalForm())
            .timeout(4000).maxBodySize(512 * 1024).followRedirects(false).get();
        Map<String, String> card = new HashMap<>();
        card.put("title", page.title());
        for (Element meta : page.select("meta[property^=og:]")) {
            card.put(meta.attr("property").substring(3), meta.attr("content"));
        }
        return card;
    }
}
