package io.ymera.manager.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ymera.contracts.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[1,2,true,null]",
                "{\"a\":{\"b\":[\"c\",{\"d\":0.5}]}}",
                "\"text of some length\"",
                "12345678901234567890123456789012345678901234567890",
                "[[[[[[]]]]]]"
            })
    void neverTakesLargeForSmall(String json) throws JsonProcessingException {
        var node = Json.mapper().readTree(json);

        assertThat(JsonSize.isAtMost(node, json.length() / 2)).isFalse();
        assertThat(JsonSize.isAtMost(node, 3 * json.length() + 1_000)).isTrue();
    }
}
