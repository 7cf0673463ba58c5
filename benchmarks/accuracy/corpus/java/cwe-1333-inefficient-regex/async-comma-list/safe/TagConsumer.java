package tags;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

@ApplicationScoped
public class TagConsumer {
    private static final Logger LOG = Logger.getLogger(TagConsumer.class);
    private static final Pattern LIST = Pattern.compile("^(?:[\\w-]++(?:, ?|(?=;)))*+;$");

    @Incoming("tags")
    public Uni<Void> receive(String tags) {
        return Uni.createFrom()
                .item(() -> LIST.matcher(tags).matches())
                .invoke(valid -> LOG.debugf("Tags are well-formed: %s", valid))
                .replaceWithVoid();
    }
}
