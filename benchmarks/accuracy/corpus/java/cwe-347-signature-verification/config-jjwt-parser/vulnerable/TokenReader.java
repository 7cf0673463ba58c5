package auth.reader;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;

class TokenReader {
    private final PublicKey key;

    TokenReader(PublicKey key) {
        this.key = key;
    }

    Claims claims(String token) {
        return (Claims) Jwts.parser()
                .verifyWith(key)
                .unsecured()
                .build()
                .parse(token)
                .getPayload();
    }
}
