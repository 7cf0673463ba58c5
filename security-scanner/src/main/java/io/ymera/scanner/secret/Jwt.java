package io.ymera.scanner.secret;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON web tokens (RFC 7519), as far as one has to look into them to say what a leaked one gives. */
final class Jwt {

    private static final JsonFactory JSON = new JsonFactory();

    private Jwt() {}

    /** Whether header and claims are JSON, the algorithm is not {@code none}, and there is a signature. */
    static boolean signed(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3
                && parts[2].length() >= 16
                && members(parts[0])
                        .map(header -> header.get("alg"))
                        .filter(algorithm -> !algorithm.equalsIgnoreCase("none"))
                        .isPresent()
                && members(parts[1]).isPresent();
    }

    /** When it expires, in seconds since 1970, or nothing if it says no such thing. */
    static Optional<Long> expiry(String token) {
        String[] parts = token.split("\\.", -1);
        return members(parts[1]).map(claims -> claims.get("exp")).flatMap(Jwt::number);
    }

    /** Whether it is the one that jwt.io and the books show, by what it claims. */
    static boolean shown(String token) {
        String[] parts = token.split("\\.", -1);
        return members(parts[1])
                .filter(claims -> "1234567890".equals(claims.get("sub"))
                        || "John Doe".equals(claims.get("name"))
                        || "joe".equals(claims.get("iss")))
                .isPresent();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of((long) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The scalars of a JSON object in base64, of its first level. */
    private static Optional<Map<String, String>> members(String base64) {
        String json = Checksum.decoded(base64);
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    members.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            return Optional.of(members);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
