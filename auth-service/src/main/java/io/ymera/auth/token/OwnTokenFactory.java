package io.ymera.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Other services fetch our keys; we have them. */
@ApplicationScoped
@Alternative
@Priority(1)
class OwnTokenFactory extends JWTCallerPrincipalFactory {

    private final TokenReader reader;

    OwnTokenFactory(TokenReader reader) {
        this.reader = reader;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        return reader.read(token)
                .await()
                .indefinitely()
                .map(DefaultJWTCallerPrincipal::new)
                .orElseThrow(() -> new ParseException("not a good token"));
    }
}
