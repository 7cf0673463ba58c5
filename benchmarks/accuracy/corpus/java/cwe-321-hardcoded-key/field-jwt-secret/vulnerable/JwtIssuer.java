package auth.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class JwtIssuer {
    private final String issuer;
    private final Algorithm algorithm;

    JwtIssuer(@Value("${jwt.issuer}") String issuer) {
        this.issuer = issuer;
        this.algorithm = Algorithm.HMAC256("9e1b7c52-portal-signing-4410");
    }

    String issue(String user) {
        return JWT.create()
                .withIssuer(issuer)
                .withSubject(user)
                .withExpiresAt(Instant.now().plusSeconds(900))
                .sign(algorithm);
    }
}
