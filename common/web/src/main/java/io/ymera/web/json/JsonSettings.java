package io.ymera.web.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.ymera.contracts.Json;
import jakarta.inject.Singleton;

@Singleton
final class JsonSettings implements ObjectMapperCustomizer {

    /** Last, so that no default of Quarkus' own has the final word. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper).addHandler(new UnknownMembers());
    }
}
