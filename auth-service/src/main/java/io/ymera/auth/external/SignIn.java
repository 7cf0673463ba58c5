package io.ymera.auth.external;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.ymera.auth.secret.RandomToken;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in that has been sent to the provider.
 *
 * @param nonce which the ID token has to name
 * @param verifier the secret of PKCE (RFC 7636)
 * @param browser the SHA-256, in hexadecimal, of the cookie of the browser that began it
 * @param linkTo the user who is logged in and wants to come through the provider from now on; else empty
 */
record SignIn(String nonce, String verifier, String browser, Optional<UUID> linkTo) {

    static SignIn begin(String browser, Optional<UUID> linkTo) {
        return new SignIn(RandomToken.create("").value(), RandomToken.create("").value(), browser, linkTo);
    }

    /** Everything; to be encrypted. */
    byte[] toBytes() {
        JsonObject json =
                new JsonObject().put("nonce", nonce).put("verifier", verifier).put("browser", browser);
        linkTo.ifPresent(user -> json.put("link_to", user.toString()));
        return json.toBuffer().getBytes();
    }

    static SignIn from(byte[] bytes) {
        JsonObject json = new JsonObject(Buffer.buffer(bytes));
        return new SignIn(
                json.getString("nonce"),
                json.getString("verifier"),
                json.getString("browser"),
                Optional.ofNullable(json.getString("link_to")).map(UUID::fromString));
    }

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
