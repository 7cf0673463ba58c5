package io.ymera.web.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads the JSON of tokens, which anybody can send: small, flat, without a member twice and without anything after it. */
final class StrictJson {

    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(SignedToken.LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names that somebody makes up are not worth a place in a table
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private StrictJson() {}

    /** @throws InvalidTokenException if {@code json} is not such an object */
    static ObjectNode object(byte[] json, String what) {
        try {
            if (READER.<JsonNode>readValue(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // As bad as no object
        }
        throw new InvalidTokenException("The " + what + " is no JSON object, or an unreasonable one");
    }
}
