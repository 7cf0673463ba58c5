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
 * @param linkTo who is logged in and wants to come through the provider from now on; else empty
 */
record SignIn(String nonce, String verifier, String browser, Optional<Linking> linkTo) {

    /**
     * What a user who is logged in wants.
     *
     * @param user who
     * @param session in which it was asked for; once that has ended, as after a change of the password, nothing is linked
     */
    record Linking(UUID user, UUID session) {}

    static SignIn begin(String browser, Optional<Linking> linkTo) {
        return new SignIn(RandomToken.create("").value(), RandomToken.create("").value(), browser, linkTo);
    }

    /** Everything; to be encrypted. */
    byte[] toBytes() {
        JsonObject json =
                new JsonObject().put("nonce", nonce).put("verifier", verifier).put("browser", browser);
        linkTo.ifPresent(link -> json.put("link_to", link.user().toString())
                .put("session", link.session().toString()));
        return json.toBuffer().getBytes();
    }

    static SignIn from(byte[] bytes) {
        JsonObject json = new JsonObject(Buffer.buffer(bytes));
        return new SignIn(
                json.getString("nonce"),
                json.getString("verifier"),
                json.getString("browser"),
                Optional.ofNullable(json.getString("link_to"))
                        .map(user -> new Linking(UUID.fromString(user), UUID.fromString(json.getString("session")))));
    }

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
