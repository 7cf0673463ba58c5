package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final JsonNode DATA = json("""
            {"input": {"n": 7, "text": "b", "nothing": null, "list": [1, {"a": 2.0}], "a/b": {"~": 1}}}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"equals": [1, 1.0]}                                                     | true
                    {"equals": [100, 1e2]}                                                   | true
                    {"equals": [9007199254740993, 9007199254740992]}                         | false
                    {"equals": [1, "1"]}                                                     | false
                    {"equals": [{"$from": "/input/n"}, 7]}                                   | true
                    {"equals": [{"$from": "/input/list"}, [1.0, {"a": 2}]]}                  | true
                    {"equals": [{"a": {"$from": "/input/n"}}, {"a": 8}]}                     | false
                    {"equals": [{"$from": "/input/none", "default": null}, null]}            | true
                    {"equals": [{"$from": "/input/a~1b/~0"}, 1]}                             | true
                    {"greater_than": [{"$from": "/input/n"}, 6.9]}                           | true
                    {"greater_than": [7, {"$from": "/input/n"}]}                             | false
                    {"less_than": [{"$from": "/input/text"}, "c"]}                           | true
                    {"less_than": [1e400, 1]}                                                | false
                    {"exists": {"$from": "/input/n"}}                                        | true
                    {"exists": {"$from": "/input/nothing"}}                                  | false
                    {"exists": {"$from": "/input/none/at/all"}}                              | false
                    {"exists": {"$from": "/input/list/1/a"}}                                 | true
                    {"all": []}                                                              | true
                    {"any": []}                                                              | false
                    {"not": {"any": [{"equals": [1, 2]}, {"equals": [1, 1]}]}}               | false
                    {"all": [{"exists": {"$from": "/input/x"}}, {"equals": [{"$from": "/input/x"}, 1]}]} | false
                    {"any": [{"equals": [1, 1]}, {"equals": [{"$from": "/input/x"}, 1]}]}    | true
                    """)
    void holds(String condition, boolean expected) {
        assertThat(read(condition).holds(DATA)).isEqualTo(expected);
    }

    @Test
    void aReferenceThatLeadsToNothingIsNoAnswer() {
        assertThatThrownBy(() ->
                        read("{\"equals\": [{\"$from\": \"/input/none\"}, 1]}").holds(DATA))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.failure().code()).isEqualTo("unresolved_reference"));
    }

    @Test
    void thingsWithoutAnOrderAreNotCompared() {
        assertThatThrownBy(() -> read("{\"greater_than\": [1, \"1\"]}").holds(DATA))
                .isInstanceOfSatisfying(DataException.class, e -> assertThat(e.failure())
                        .isEqualTo(new StepFailure(
                                "not_comparable",
                                "Only two numbers or two strings have an order, but these are of the kinds number and"
                                        + " string")));
    }

    private static Condition read(String condition) {
        Violations violations = new Violations();
        References references = new References(new Violations());
        Condition read = new ConditionReader(violations, references, Scope.of("s")).read(json(condition), "/if");
        assertThat(violations.found()).isEmpty();
        return read;
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
