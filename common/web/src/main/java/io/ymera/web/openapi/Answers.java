package io.ymera.web.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What is answered when all is well. */
final class Answers {

    private Answers() {}

    /** What is said where an answer is described stands; the scanner adds words of its own to references. */
    static void withoutWordsBesideReferences(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getRef() != null)
                .forEach(response -> response.setDescription(null));
    }

    /** A method that returns nothing answers 204, whatever its HTTP method; the scanner thinks 201 of a POST. */
    static void withoutBody(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse created = responses.getAPIResponse("201");
        if (created != null && created.getRef() == null && created.getContent() == null) {
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        }
        responses.getAPIResponses().values().stream()
                .filter(response -> "No Content".equals(response.getDescription()))
                .forEach(response -> response.setDescription("Done"));
    }
}
