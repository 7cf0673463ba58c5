package io.ymera.web.problem;

import io.smallrye.common.annotation.Blocking;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.Caller;
import io.ymera.web.json.KnownMembersOnly;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource that can go wrong in every way that ours can. */
@Path("/probe")
public class ProbeResource {

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String fileName) {
        Part {
            if ("forbidden".equals(fileName)) {
                throw new IllegalArgumentException("file_name must not be forbidden");
            }
        }
    }

    record Body(
            @NotBlank String someName,
            int count,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Valid @Nullable List<Part> fileParts) {}

    @KnownMembersOnly
    record Strict(
            @Nullable String someName, @Valid @Nullable List<Strict> fileParts) {}

    private final Caller caller;

    ProbeResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    @PermitAll
    public Body echo(@NotNull @Valid Body body) {
        return body;
    }

    @POST
    @Path("/strict")
    @PermitAll
    public Strict strict(@NotNull @Valid Strict body) {
        return body;
    }

    @POST
    @Path("/blocking")
    @Blocking
    @PermitAll
    public Body echoBlocking(@NotNull @Valid Body body) {
        return body;
    }

    @GET
    @Path("/limit")
    @PermitAll
    public int limit(@QueryParam("limit") @Max(100) int limit) {
        return limit;
    }

    @GET
    @Path("/bug")
    @PermitAll
    public String bug() {
        throw new IllegalStateException("jdbc:secret://internal");
    }

    @GET
    @Path("/api-exception")
    @PermitAll
    public String apiException() {
        throw new ApiException(ErrorCode.CONFLICT, "The name is taken.");
    }

    @GET
    @Path("/overloaded")
    @PermitAll
    public String overloaded() {
        throw new ApiException(ErrorCode.OVERLOADED, "Busy.");
    }

    @GET
    @Path("/later/{millis}")
    @PermitAll
    public String later(long millis) {
        throw ApiException.retryLater(ErrorCode.TOO_MANY_REQUESTS, "Enough.", Duration.ofMillis(millis));
    }

    @GET
    @Path("/items/{id}")
    @PermitAll
    public UUID item(UUID id) {
        return id;
    }

    @GET
    @Path("/me")
    @RolesAllowed(Role.USER)
    public String me() {
        return caller.subject();
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "never";
    }
}
