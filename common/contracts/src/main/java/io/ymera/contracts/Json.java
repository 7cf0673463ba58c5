package io.ymera.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How every YMERA process writes and reads JSON: RFC 8259, member names in snake_case, times as RFC 3339 strings in UTC,
 * absent rather than null members.
 *
 * <p>Reading is strict where leniency would hide a client's mistake (a duplicate or missing member, text after the
 * document) and lenient where it lets one side be upgraded before the other (an unknown member is ignored).
 */
public final class Json {

    private Json() {}

    /** A new mapper with the settings above; the caller owns it. */
    public static ObjectMapper mapper() {
        return configure(new ObjectMapper());
    }

    /** Applies the settings above to {@code mapper} and returns it. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }
}
