package io.ymera.persistence;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.ymera.web.problem.OutageDetector;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL is away, does not let us in, or has nothing left for us: no connection, or none in time. */
@Singleton
class DatabaseOutage implements OutageDetector {

    /** Of the pool, which has no exception of its own for it. */
    private static final String NO_CONNECTION_IN_TIME = "Timeout";

    @Override
    public boolean detects(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (isOutage(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable thrown) {
        return switch (thrown) {
            case PgException e -> SqlState.isOutage(e);
            case ClosedConnectionException e -> true;
            case ConnectionPoolTooBusyException e -> true;
            case SocketException e -> true;
            case UnknownHostException e -> true;
            case ClosedChannelException e -> true;
            case TimeoutException e -> true;
            case VertxException e -> isTimeout(e.getMessage());
            case NoStackTraceThrowable e -> isTimeout(e.getMessage());
            default -> false;
        };
    }

    private static boolean isTimeout(@Nullable String message) {
        return message != null && message.startsWith(NO_CONNECTION_IN_TIME);
    }
}
