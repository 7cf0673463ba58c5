package io.ymera.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes the pool of a service as Quarkus would, but for one thing that has no property: statements stay prepared on their
 * connections however long they are. Vert.x keeps those of fewer than 2,048 characters only, so that the longest, which cost
 * most to parse and to plan, would be parsed and planned each time.
 */
@Singleton
public class PreparedStatements implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlFilter(sql -> true));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
