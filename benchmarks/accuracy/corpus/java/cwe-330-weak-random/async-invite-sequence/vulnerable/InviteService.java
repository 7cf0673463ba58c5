package org.allotments.members;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

@Service
public class InviteService {

  private static final Duration VALID = Duration.ofDays(3);

  private final DatabaseClient db;
  private final AtomicLong issued = new AtomicLong();
  private final SecureRandom random = new SecureRandom();

  public InviteService(DatabaseClient db) {
    this.db = db;
  }

  /** Returns the code of the link that lets its holder become a member. */
  public Mono<String> invite(String email) {
    return Mono.fromSupplier(this::nextCode)
        .flatMap(code -> db.sql("insert into invite (code, email, expires) values (:code, :email, :expires)")
            .bind("code", code)
            .bind("email", email)
            .bind("expires", Instant.now().plus(VALID))
            .fetch()
            .rowsUpdated()
            .doOnNext(n -> issued.incrementAndGet())
            .thenReturn(code));
  }

  private String nextCode() {
    long seconds = Instant.now().getEpochSecond();
    return HexFormat.of().toHexDigits(seconds) + HexFormat.of().toHexDigits(issued.get());
  }

  public Mono<Long> open() {
    return db.sql("select count(*) from invite where expires > now()")
        .map(row -> row.get(0, Long.class))
        .one();
  }
}
