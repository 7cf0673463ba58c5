import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.*;
import java.security.Key;

class Jwt {
    String auth0(String token, String key) {
        JWT.require(Algorithm.HMAC256(key)).build().verify(token);
        return JWT.decode(token).getSubject();
    }

    String unchecked(String token) {
        return JWT.decode(token).getSubject(); // finding: jwt-verification
    }

    Object jjwt(String token, Key key) {
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
        return Jwts.parserBuilder().build().parse(token); // finding: jwt-verification
    }
}
