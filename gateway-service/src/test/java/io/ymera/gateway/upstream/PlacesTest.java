package io.ymera.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Runnable NOTHING = () -> {};

    private final Places places = new Places("streams");

    @Test
    void noCallerTakesThemAll() {
        places.enter("ada", 2, 3, NOTHING);
        Places.Entry second = places.enter("ada", 2, 3, NOTHING);

        assertRefused("ada", ErrorCode.TOO_MANY_REQUESTS);
        places.enter("grace", 2, 3, NOTHING);
        assertRefused("grace", ErrorCode.OVERLOADED);

        second.leave();
        second.leave();
        places.enter("ada", 2, 3, NOTHING);
        assertRefused("ada", ErrorCode.TOO_MANY_REQUESTS);
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void nothingIsKeptOfThoseWhoHaveLeft() {
        List<Places.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.add(places.enter("caller " + i % 10, 10, 100, NOTHING));
        }
        assertRefused("another", ErrorCode.OVERLOADED);

        entries.forEach(Places.Entry::leave);

        assertThat(places.taken()).isZero();
        assertThat(places.callers()).isZero();
    }

    @Test
    void allAreToldToEndAndNobodyComesAfterThem() {
        List<String> told = new ArrayList<>();
        Places.Entry entry = places.enter("ada", 2, 3, () -> told.add("ada"));
        assertThat(entry.isToEnd()).isFalse();

        places.endAll();

        assertThat(told).containsExactly("ada");
        assertThat(entry.isToEnd()).isTrue();
        assertRefused("grace", ErrorCode.OVERLOADED);
    }

    private void assertRefused(String caller, ErrorCode code) {
        assertThatThrownBy(() -> places.enter(caller, 2, 3, NOTHING))
                .isInstanceOfSatisfying(
                        ApiException.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
    }
}
