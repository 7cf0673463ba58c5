package io.ymera.manager.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.ymera.contracts.Json;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParameterSchemasTest {

    private final ParameterSchemas schemas = new ParameterSchemas();

    @Test
    void pointersLeadToWhatIsWrong() {
        var capability = capability("""
                {"type": "object", "properties": {"files": {"type": "array", "items": {
                    "type": "object", "required": ["path"], "properties": {"path": {"type": "string", "pattern": "^[a-z]+$"}}}}}}
                """);

        var violations = schemas.violations(
                capability, json("{\"files\": [{\"path\": \"ok\"}, {\"path\": \"../x\"}]}"), "/parameters");

        assertThat(violations).extracting(Violation::pointer).containsExactly("/parameters/files/1/path");
    }

    @Test
    void aPatternThatWouldRunForeverElsewhereIsLinearHere() {
        var capability = capability("{\"type\": \"string\", \"pattern\": \"^(a+)+$\"}");

        var violations = schemas.violations(capability, json("\"" + "a".repeat(100_000) + "!\""), "");

        assertThat(violations).hasSize(1);
    }

    @Test
    void anAnswerStaysReadable() {
        var capability = capability("{\"type\": \"array\", \"items\": {\"type\": \"string\"}}");

        var violations = schemas.violations(capability, json("[" + "1,".repeat(4_999) + "1]"), "");

        assertThat(violations).hasSize(20);
    }

    @Test
    void aReferenceToElsewhereIsRefusedAndNotFetched() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var descriptor = descriptor("{\"$ref\": \"http://127.0.0.1:%d/schema.json\"}"
                    .formatted(server.getAddress().getPort()));

            assertThatThrownBy(() -> schemas.check(descriptor))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("test_type");
            assertThat(fetched).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSchemaThatNeverEndsIsRefused() {
        for (String endless : new String[] {
            "{\"$ref\": \"#\"}",
            "{\"allOf\": [{\"$ref\": \"#\"}]}",
            "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}, \"$ref\": \"#/$defs/a\"}"
        }) {
            assertThatThrownBy(() -> schemas.check(descriptor(endless))).isInstanceOf(ApiException.class);
        }
    }

    @Test
    void parametersThatASchemaFollowsTooFarAreRefused() {
        // Without end for an object with a member, which a look with an empty one does not find
        var capability = capability("{\"if\": {\"minProperties\": 1}, \"then\": {\"$ref\": \"#\"}}");
        schemas.check(descriptor("{\"if\": {\"minProperties\": 1}, \"then\": {\"$ref\": \"#\"}}"));

        assertThat(schemas.violations(capability, json("{}"), "/parameters")).isEmpty();
        assertThat(schemas.violations(capability, json("{\"a\": 1}"), "/parameters"))
                .extracting(Violation::pointer)
                .containsExactly("/parameters");
    }

    @Test
    void aSchemaIsQuickOnceItWas() {
        var capability = capability("{\"type\": \"object\"}");
        boolean before = schemas.isQuick(capability);
        for (int i = 0; i < 100 && !schemas.isQuick(capability); i++) {
            schemas.violations(capability, json("{}"), "");
        }

        assertThat(before).isFalse();
        assertThat(schemas.isQuick(capability)).isTrue();
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatThrownBy(() -> schemas.check(descriptor("{\"type\": \"string\", \"pattern\": \"(\"}")))
                .isInstanceOf(ApiException.class);
    }

    private static Offer capability(String schema) {
        return Offer.of(descriptor(schema), 0, 0);
    }

    private static CapabilityDescriptor descriptor(String schema) {
        return new CapabilityDescriptor("test_type", 1, "", json(schema), json("{}"));
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
