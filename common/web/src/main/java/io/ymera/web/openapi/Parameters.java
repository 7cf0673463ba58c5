package io.ymera.web.openapi;

import static java.util.Map.entry;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Parameters that mean the same wherever they are taken. Many are read as text, so that what is wrong can be named. */
final class Parameters {

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            entry("limit", new Meaning("How many items a page has at most", Parameters::limit)),
            entry("cursor", new Meaning("`next_cursor` of the page before; none for the first page", Parameters::text)),
            entry("since", new Meaning("From then on, that time included", Parameters::time)),
            entry("until", new Meaning("Before then, that time not included", Parameters::time)),
            entry("created_after", new Meaning("Created at that time or later", Parameters::time)),
            entry("created_before", new Meaning("Created before that time", Parameters::time)),
            entry("project_id", new Meaning("What belongs to this project", Parameters::id)),
            entry("after", new Meaning("The number of the last event that was seen; 0 for none", Parameters::number)),
            entry("Last-Event-ID", new Meaning("The same, as browsers send it", Parameters::number)),
            entry("Fencing-Token", new Meaning("The token that the attempt was handed out with", Parameters::number)));

    private Parameters() {}

    static void describe(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters == null) {
            return;
        }
        for (Parameter parameter : parameters) {
            if (parameter.getRef() != null) {
                continue;
            }
            readAsText(parameter.getSchema());
            Patterns.anchor(parameter.getSchema());
            Meaning meaning = MEANINGS.get(parameter.getName());
            if (meaning == null || parameter.getIn() == Parameter.In.PATH) {
                continue;
            }
            if (parameter.getDescription() == null) {
                parameter.setDescription(meaning.words());
            }
            parameter.setSchema(meaning.schema().make());
        }
    }

    /** Where {@code META-INF/openapi.yaml} says what the text is, that is what a client has to know. */
    private static void readAsText(@Nullable Schema schema) {
        if (schema == null || schema.getType() == null) {
            return;
        }
        if (schema.getType().size() > 1) {
            schema.setType(
                    schema.getType().stream().filter(type -> type != STRING).toList());
        }
        Schema items = schema.getItems();
        if (items != null && items.getRef() != null) {
            items.setType(null);
        }
    }

    private record Meaning(String words, Maker schema) {}

    private interface Maker {
        Schema make();
    }

    private static Schema limit() {
        return OASFactory.createSchema()
                .addType(INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(200))
                .defaultValue(50);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(STRING);
    }

    private static Schema time() {
        return text().format("date-time");
    }

    private static Schema id() {
        return text().format("uuid");
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(INTEGER).format("int64").minimum(BigDecimal.ZERO);
    }
}
