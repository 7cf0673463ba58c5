package io.ymera.auth.totp;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.totp.TotpRepository.Stored;
import io.ymera.auth.user.PasswordProof;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /users/me/totp}: the second factor of the user who asks. */
@Path("/users/me/totp")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Own account")
class TotpResource {

    private final TotpService totp;
    private final PasswordProof proof;
    private final Caller caller;
    private final RequestOrigin origin;

    TotpResource(TotpService totp, PasswordProof proof, Caller caller, RequestOrigin origin) {
        this.totp = totp;
        this.proof = proof;
        this.caller = caller;
        this.origin = origin;
    }

    /** @param password the user's, once more */
    @Schema(name = "SecondFactorRequest")
    record Wish(
            @NotNull(message = "is required") @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters")
            String password) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** @param code six digits */
    @Schema(name = "SecondFactorConfirmation")
    record Confirmation(
            @NotNull(message = "is required") @Size(min = 1, max = 64, message = "must have 1 to 64 characters")
            String code) {

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    /**
     * @param password the user's, once more
     * @param code six digits, or a recovery code
     */
    @Schema(name = "SecondFactorRemoval")
    record Removal(
            @NotNull(message = "is required") @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters")
            String password,

            @NotNull(message = "is required") @Size(min = 1, max = 64, message = "must have 1 to 64 characters")
            String code) {

        @Override
        public String toString() {
            return "Removal[]";
        }
    }

    /**
     * @param secret in base32, for those who type it
     * @param otpauthUri the same, for a QR code
     */
    @Schema(name = "SecondFactorSecret")
    record Prepared(String secret, String otpauthUri) {

        @Override
        public String toString() {
            return "Prepared[]";
        }
    }

    /** @param recoveryCodes each good once in place of a code */
    @Schema(name = "RecoveryCodes")
    record Confirmed(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Confirmed[]";
        }
    }

    /**
     * @param active whether a code is asked for at login
     * @param confirmedAt since when; null if it is not
     * @param recoveryCodesLeft that have not been used
     */
    @Schema(name = "SecondFactor")
    record Status(boolean active, @Nullable Instant confirmedAt, int recoveryCodesLeft) {}

    @GET
    @Operation(operationId = "getSecondFactor", summary = "Tell whether there is a second factor")
    public Uni<Status> status() {
        return totp.find(caller.userId()).map(found -> found.filter(stored -> stored.confirmedAt() != null)
                .map(TotpResource::active)
                .orElseGet(() -> new Status(false, null, 0)));
    }

    private static Status active(Stored stored) {
        return new Status(true, stored.confirmedAt(), stored.recoveryCodes());
    }

    @POST
    @Operation(operationId = "prepareSecondFactor", summary = "Begin to set up a second factor")
    public Uni<RestResponse<Prepared>> prepare(@NotNull @Valid Wish wish) {
        return proof.require(caller.userId(), "/password", wish.password(), origin.get())
                .chain(account -> totp.prepare(account.user())
                        .map(secret -> secretly(new Prepared(
                                TotpCodes.base32(secret),
                                TotpCodes.uri(secret, account.user().username())))));
    }

    @POST
    @Path("/confirm")
    @Operation(operationId = "confirmSecondFactor", summary = "Confirm the second factor with its first code")
    public Uni<RestResponse<Confirmed>> confirm(@NotNull @Valid Confirmation confirmation) {
        return totp.confirm(caller.userId(), confirmation.code(), origin.get())
                .map(codes -> secretly(new Confirmed(codes)));
    }

    @DELETE
    @Operation(operationId = "removeSecondFactor", summary = "Do without the second factor")
    public Uni<Void> remove(@NotNull @Valid Removal removal) {
        UUID user = caller.userId();
        return proof.require(user, "/password", removal.password(), origin.get())
                .chain(account -> totp.disableOwn(user, removal.code(), origin.get()));
    }

    private static <T> RestResponse<T> secretly(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
