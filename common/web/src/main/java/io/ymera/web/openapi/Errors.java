package io.ymera.web.openapi;

import static java.util.Objects.requireNonNullElse;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** The problem details that an operation may be answered with; those that it describes itself are left alone. */
final class Errors {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Components components;

    Errors(Components components) {
        this.components = components;
        components.addSchema("Problem", problem());
        components.addSchema("Violation", violation());
        add("MalformedRequest", "The body can't be read");
        add("Unauthenticated", "There is no token, or it is not good, or no longer", "WWW-Authenticate", text());
        add("Forbidden", "The caller may not do that");
        add("NotFound", "There is nothing of that id, or it is not the caller's");
        add("Conflict", "In conflict with what is there");
        add("BodyTooLarge", "The body is too large");
        add("Invalid", "What was sent is not valid; `errors` says where and why");
        add("TooManyRequests", "Too many requests; try again later", "Retry-After", seconds());
        add("Unavailable", "Something that the request needs is away; try again later", "Retry-After", seconds());
    }

    /** @param conflicts whether it may be in conflict with what is there */
    void describe(String path, Operation operation, boolean conflicts) {
        APIResponses responses = operation.getResponses();
        boolean hasBody = operation.getRequestBody() != null;
        List<SecurityRequirement> security = requireNonNullElse(operation.getSecurity(), List.of());
        if (hasBody) {
            offer(responses, "400", "MalformedRequest");
            offer(responses, "413", "BodyTooLarge");
        }
        if (!security.isEmpty()) {
            offer(responses, "401", "Unauthenticated");
        }
        if (!security.isEmpty() && isNeeded(security.getFirst())) {
            offer(responses, "403", "Forbidden");
        }
        if (path.contains("{")) {
            offer(responses, "404", "NotFound");
        }
        if (conflicts) {
            offer(responses, "409", "Conflict");
        }
        if (hasBody || operation.getParameters() != null) {
            offer(responses, "422", "Invalid");
        }
        offer(responses, "429", "TooManyRequests");
        offer(responses, "503", "Unavailable");
    }

    /** An empty alternative makes the token optional. */
    private static boolean isNeeded(SecurityRequirement requirement) {
        return requirement.getSchemes() != null && !requirement.getSchemes().isEmpty();
    }

    private static void offer(APIResponses responses, String status, String name) {
        APIResponse own = responses.getAPIResponse(status);
        if (own == null || own.getRef() == null && own.getContent() == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    private void add(String name, String words) {
        components.addResponse(name, answer(words));
    }

    private void add(String name, String words, String header, Header value) {
        components.addResponse(name, answer(words).addHeader(header, value));
    }

    private static APIResponse answer(String words) {
        return OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference("Problem"))));
    }

    private static Header text() {
        return OASFactory.createHeader()
                .description("How to authenticate (RFC 6750)")
                .schema(OASFactory.createSchema().addType(STRING));
    }

    private static Header seconds() {
        return OASFactory.createHeader()
                .description("When to try again, in seconds")
                .schema(OASFactory.createSchema().addType(INTEGER));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(OBJECT)
                .description("What went wrong (RFC 9457)")
                .addProperty("type", string("A URN that names the kind of problem"))
                .addProperty("title", string("The kind of problem in a few words"))
                .addProperty(
                        "status", OASFactory.createSchema().addType(INTEGER).description("The HTTP status code"))
                .addProperty("detail", string("What happened this time and what to do about it, for a person"))
                .addProperty("instance", string("The path of the request"))
                .addProperty(
                        "code", string("The reason, for programs: it is stable").enumeration(codes()))
                .addProperty("trace_id", string("Finds the request in the logs (W3C trace id)"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(ARRAY)
                                .description("What is wrong with the body, part by part")
                                .items(reference("Violation")))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static List<Object> codes() {
        return Arrays.stream(ErrorCode.values())
                .map(ErrorCode::code)
                .map(Object.class::cast)
                .toList();
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(OBJECT)
                .description("One thing that is wrong with the body")
                .addProperty("pointer", string("Where: a JSON pointer (RFC 6901), empty for the body as a whole"))
                .addProperty("message", string("What is wrong and what is allowed, for a person"))
                .required(List.of("pointer", "message"));
    }

    private static Schema string(String words) {
        return OASFactory.createSchema().addType(STRING).description(words);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }
}
