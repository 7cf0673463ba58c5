package be.havenhuis.customs;

import io.micronaut.configuration.kafka.annotation.KafkaKey;
import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.Topic;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

@KafkaListener(groupId = "customs")
public class CustomsMessageConsumer {

    private final ReplyProducer replies;
    private final Supplier<XMLInputFactory> factories = () -> {
        XMLInputFactory f = XMLInputFactory.newDefaultFactory();
        f.setProperty(XMLInputFactory.IS_COALESCING, true);
        f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return f;
    };

    public CustomsMessageConsumer(ReplyProducer replies) {
        this.replies = replies;
    }

    @Topic("declarants.inbound")
    public void receive(@KafkaKey String declarant, String message) {
        CompletableFuture
            .supplyAsync(() -> remark(message))
            .thenAccept(remark -> replies.send(declarant, "received with remark: " + remark))
            .exceptionally(e -> {
                replies.send(declarant, "rejected");
                return null;
            });
    }

    private String remark(String message) {
        try {
            XMLStreamReader reader = factories.get().createXMLStreamReader(new StringReader(message));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && "remark".equals(reader.getLocalName())) {
                    return reader.getElementText();
                }
            }
            return "";
        } catch (XMLStreamException e) {
            throw new CompletionException(e);
        }
    }

    public interface ReplyProducer {
        void send(String declarant, String text);
    }
}
