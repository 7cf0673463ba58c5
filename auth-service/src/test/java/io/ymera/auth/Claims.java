package io.ymera.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.UUID;

/** What an access token says, taken at its word. */
public record Claims(JsonPath json) {

    public static Claims of(String token) {
        return new Claims(JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8)));
    }

    /** The grant that it rests on. */
    public UUID sid() {
        return json.getUUID("sid");
    }

    public String text(String name) {
        return json.getString(name);
    }
}
