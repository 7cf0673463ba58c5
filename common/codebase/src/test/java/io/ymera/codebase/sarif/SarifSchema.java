package io.ymera.codebase.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.ymera.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** OASIS' own schema of SARIF 2.1.0. */
public final class SarifSchema {

    private SarifSchema() {}

    /** What it objects to. */
    public static List<String> problems(JsonNode log) throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                SarifSchema.class.getResourceAsStream("/sarif-schema/sarif-schema-2.1.0.json"))) {
            JsonSchema sarif = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(Json.mapper().readTree(schema));
            return sarif.validate(log).stream().map(Object::toString).toList();
        }
    }
}
