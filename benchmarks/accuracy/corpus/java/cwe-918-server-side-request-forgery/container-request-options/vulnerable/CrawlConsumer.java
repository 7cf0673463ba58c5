package crawl;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class CrawlConsumer {
    @KafkaListener(topics = "crawl")
    void crawl(ConsumerRecord<String, String> message) throws Exception {
        Properties job = new Properties();
        job.setProperty("seed", "https://example.org/sitemap.xml");
        job.setProperty("agent", message.key());
        job.setProperty("seed", message.value());
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(job.getProperty("seed")).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.getInputStream().readAllBytes();
    }
}
