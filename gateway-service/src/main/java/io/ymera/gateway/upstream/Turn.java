package io.ymera.gateway.upstream;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** One request's turn at a target, which is told how that went: the first that is said counts. Used by one thread at a time. */
final class Turn {

    private final Target target;
    private CircuitBreaker.Pass pass;
    private boolean over;

    private Turn(Target target, CircuitBreaker.Pass pass) {
        this.target = target;
        this.pass = pass;
    }

    /** A turn at {@code target}, or null if that has to be left alone. */
    static @Nullable Turn at(Target target) {
        CircuitBreaker.@Nullable Pass pass = target.breaker().tryEnter();
        if (pass == null) {
            return null;
        }
        target.underWay().incrementAndGet();
        return new Turn(target, pass);
    }

    Target target() {
        return target;
    }

    boolean isOver() {
        return over;
    }

    /** There is a connection. */
    void connected() {
        pass = target.breaker().connected(pass);
    }

    /** There is none, because of {@code thrown}; it costs nobody time to find out again that nothing listens there. */
    void notConnected(Throwable thrown) {
        boolean refused = thrown instanceof ConnectException && !(thrown instanceof ConnectTimeoutException);
        if (!refused) {
            failed();
        } else if (end()) {
            target.breaker().refused(pass);
        }
    }

    /** The target has answered. */
    void succeeded() {
        if (end()) {
            target.breaker().succeeded(pass);
        }
    }

    /** It has not, and that is its fault. */
    void failed() {
        if (end()) {
            target.breaker().failed(pass);
        }
    }

    /** It has not, and that is not its fault. */
    void abandoned() {
        if (end()) {
            target.breaker().abandoned(pass);
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        target.underWay().decrementAndGet();
        return true;
    }
}
