package io.ymera.auth.key;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import io.ymera.web.json.KnownMembersOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /keys}, {@code POST /keys/rotate}: the keys that sign tokens, for administrators. */
@Path("/keys")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Signing keys")
class KeyResource {

    private final KeyService keys;
    private final KeyRotation rotation;
    private final Caller caller;
    private final RequestOrigin origin;

    KeyResource(KeyService keys, KeyRotation rotation, Caller caller, RequestOrigin origin) {
        this.keys = keys;
        this.rotation = rotation;
        this.caller = caller;
        this.origin = origin;
    }

    /** @param compromised whether what the keys have signed is to be trusted no more, from now on; null for no */
    @KnownMembersOnly
    record RotationRequest(@Nullable Boolean compromised) {}

    /** @param items the next key, the active one, and retired ones, the latest first */
    record Keys(List<KeyState> items) {}

    @GET
    @Operation(operationId = "listSigningKeys", summary = "List the keys that sign tokens")
    public Uni<Keys> list() {
        return keys.refresh().map(table -> new Keys(table.keys()));
    }

    @POST
    @Path("/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rotateSigningKeys", summary = "Sign with another key from now on")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotationRequest.class)))
    public Uni<Keys> rotate(@NotNull RotationRequest request) {
        return Boolean.TRUE.equals(request.compromised())
                ? rotation.replaceCompromised(caller.subject(), origin.get()).chain(this::list)
                : rotate();
    }

    /** The same for those who send no body, whatever they say of its type. */
    @POST
    @Path("/rotate")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Keys> rotate() {
        return rotation.rotate(caller.subject(), origin.get()).chain(this::list);
    }
}
