package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.Json;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

    private record Request(
            @NotNull @Size(max = 3) String name,
            @Size(max = 2) Map<String, @NotNull @Pattern(regexp = "^(?:a|b)$") String> decisions,
            @Nullable JsonNode anything) {}

    private final JsonNode schema = RecordSchema.ofParameters(Json.mapper(), Request.class);

    @Test
    void a_member_that_the_record_does_not_have_is_refused() {
        assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.at("/required").toString()).isEqualTo("[\"name\"]");
        assertThat(schema.at("/properties/name/maxLength").asInt()).isEqualTo(3);
    }

    @Test
    void a_map_has_whatever_names_and_values_of_its_type() {
        JsonNode map = schema.at("/properties/decisions");

        assertThat(map.at("/maxProperties").asInt()).isEqualTo(2);
        assertThat(map.at("/additionalProperties/type").asText()).isEqualTo("string");
    }

    @Test
    void json_as_it_is_may_be_anything() {
        assertThat(schema.at("/properties/anything").toString()).isEqualTo("{}");
    }
}
