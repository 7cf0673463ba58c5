package fit.padelclub.web;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

public class RememberHandler implements Handler<RoutingContext> {

  private final TokenStore tokens;
  private final boolean subdomains;

  public RememberHandler(TokenStore tokens, boolean subdomains) {
    this.tokens = tokens;
    this.subdomains = subdomains;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Long player = ctx.get("player");
    if (player == null) {
      ctx.next();
      return;
    }
    String token = tokens.issue(player);
    ctx.response().addCookie(subdomains ? shared(token) : base(token));
    ctx.next();
  }

  private static Cookie base(String token) {
    return Cookie.cookie("remember", token)
      .setPath("/")
      .setMaxAge(Duration.ofDays(30).toSeconds())
      .setHttpOnly(true)
      .setSecure(true)
      .setSameSite(CookieSameSite.LAX);
  }

  private static Cookie shared(String token) {
    return base(token)
      .setMaxAge(Duration.ofDays(30).toSeconds())
      .setSameSite(CookieSameSite.LAX)
      .setDomain("padelclub.example");
  }

  public interface TokenStore {
    String issue(long player);
  }
}
