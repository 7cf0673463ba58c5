package auth.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class JwtIssuer {
    private final Algorithm algorithm;

    JwtIssuer(@Value("${jwt.secret}") String value) {
        this.algorithm = Algorithm.HMAC256(value);
    }

    String issue(String user) {
        return JWT.create()
                .withSubject(user)
                .withExpiresAt(Instant.now().plusSeconds(900))
                .sign(algorithm);
    }
}
