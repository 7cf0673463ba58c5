package io.ymera.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Completes the description that is generated of a service's resources and of its {@code META-INF/openapi.yaml}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    /** In {@code META-INF/openapi.yaml}: the ids of the operations that may be answered with 409. */
    private static final String CONFLICTS = "x-conflicts";

    /** There as well: members with defaults, by the name of their schema. */
    private static final String OPTIONAL = "x-optional";

    private final IndexView index;

    /** Called by the build. */
    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        new WireTypes(index)
                .describe(api.getComponents(), take(api, OPTIONAL) instanceof Map<?, ?> optional ? optional : Map.of());
        api.getComponents().getSchemas().values().forEach(Patterns::anchor);
        Errors errors = new Errors(api.getComponents());
        Set<String> conflicts = conflicts(api);
        for (Map.Entry<String, PathItem> path : api.getPaths().getPathItems().entrySet()) {
            for (Operation operation : path.getValue().getOperations().values()) {
                Parameters.describe(operation);
                Answers.withoutBody(operation);
                Answers.withoutWordsBesideReferences(operation);
                errors.describe(path.getKey(), operation, conflicts.remove(operation.getOperationId()));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException(
                    "%s names operations that there are not: %s".formatted(CONFLICTS, conflicts));
        }
    }

    private static Set<String> conflicts(OpenAPI api) {
        return take(api, CONFLICTS) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>();
    }

    private static @Nullable Object take(OpenAPI api, String extension) {
        @Nullable
        Object value = api.getExtensions() == null ? null : api.getExtensions().get(extension);
        api.removeExtension(extension);
        return value;
    }
}
