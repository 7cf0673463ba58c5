package io.ymera.manager.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue(
            List.of(offer("a", 10, 0), offer("a", 9, 1), offer("a", 2, 5), offer("b", 1, 0), offer("b", 2, 0)));

    @Test
    void theNewestVersionThatAnOnlineAgentOffersIsChosen() {
        assertThat(catalogue.choose("a", null)).map(Offer::version).hasValue(9);
    }

    @Test
    void withoutAgentsTheNewestIsChosen() {
        assertThat(catalogue.choose("b", null)).map(Offer::version).hasValue(2);
    }

    @Test
    void aVersionThatIsAskedForIsTaken() {
        assertThat(catalogue.choose("a", 10)).map(Offer::version).hasValue(10);
        assertThat(catalogue.choose("a", 3)).isEmpty();
        assertThat(catalogue.choose("a", -1)).isEmpty();
        assertThat(catalogue.choose("c", null)).isEmpty();
    }

    @Test
    void versionsAreInTheOrderOfNumbers() {
        assertThat(catalogue.list()).extracting(Offer::version).containsExactly(2, 9, 10, 1, 2);
        assertThat(catalogue.versions("a")).containsExactly(2, 9, 10);
    }

    private static Offer offer(String name, int version, int agents) {
        var schema = JsonNodeFactory.instance.objectNode();
        return new Offer(name, version, "", schema, schema, agents, agents);
    }
}
