import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

class Handlers implements ExceptionMapper<RuntimeException> {
    static class Refused extends RuntimeException {
        String reason() {
            return "refused";
        }
    }

    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof Refused refused) {
            return Response.status(403).entity(refused.reason()).build();
        }
        return Response.serverError().entity(body(failure)).build(); // finding: error-disclosure
    }

    private static Map<String, String> body(Exception failure) {
        return Map.of("detail", String.valueOf(failure.getCause()));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure) {
        return ResponseEntity.internalServerError().body("Failed: " + failure.getMessage()); // finding: error-disclosure
    }

    @ExceptionHandler
    ResponseEntity<String> silent(IllegalStateException failure) {
        return ResponseEntity.internalServerError().body("Failed");
    }
}
