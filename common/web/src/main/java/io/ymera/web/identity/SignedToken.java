package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Set;

/**
 * A JWS in compact serialisation (RFC 7515), taken apart and not yet verified. There is one way to write a token: parts that
 * several texts could stand for are refused, and so are headers that bring a key, name a place to get one, or must be understood.
 */
final class SignedToken {

    /** Characters. */
    static final int LONGEST = 8 * 1024;

    private static final int LONGEST_KEY_ID = 200;
    private static final Set<String> REFUSED = Set.of("crit", "b64", "jku", "jwk", "x5u", "x5c", "zip", "enc", "cty");

    private final ObjectNode header;
    private final byte[] payload;
    private final byte[] signature;
    private final byte[] signed;

    private SignedToken(ObjectNode header, byte[] payload, byte[] signature, byte[] signed) {
        this.header = header;
        this.payload = payload;
        this.signature = signature;
        this.signed = signed;
    }

    /** @throws InvalidTokenException if {@code text}, which may be anything, is no such token */
    static SignedToken read(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidTokenException("The token has more than %d characters".formatted(LONGEST));
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            throw new InvalidTokenException("The token does not have three parts");
        }
        ObjectNode header = StrictJson.object(decode(text.substring(0, first)), "header");
        REFUSED.forEach(name -> {
            if (header.has(name)) {
                throw new InvalidTokenException("The header has " + name);
            }
        });
        return new SignedToken(
                header,
                decode(text.substring(first + 1, second)),
                decode(text.substring(second + 1)),
                text.substring(0, second).getBytes(US_ASCII));
    }

    String type() {
        return textual("typ");
    }

    String keyId() {
        String id = textual("kid");
        if (id.length() > LONGEST_KEY_ID) {
            throw new InvalidTokenException("The kid is too long");
        }
        return id;
    }

    /** Whether it has been signed with {@code key}, and says so. */
    boolean isSignedBy(VerificationKey key) {
        return textual("alg").equals(key.algorithm().id()) && key.algorithm().verifies(signature, key.key(), signed);
    }

    ObjectNode claims() {
        return StrictJson.object(payload, "payload");
    }

    private String textual(String name) {
        if (!header.path(name).isTextual()) {
            throw new InvalidTokenException("The header has no " + name);
        }
        return header.path(name).textValue();
    }

    /** A further dot is refused here, as any other character that is not of base64url, padding, and bits beyond the last byte. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part.getBytes(ISO_8859_1));
            String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (bytes.length > 0 && again.equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw new InvalidTokenException("A part is empty, or not what base64url makes of anything");
    }
}
