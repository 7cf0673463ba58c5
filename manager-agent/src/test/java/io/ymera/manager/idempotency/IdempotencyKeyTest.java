package io.ymera.manager.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void noHeaderIsNoKey() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "!~"})
    void visibleAsciiIsAKey(String value) {
        assertThat(IdempotencyKey.of(List.of(value))).contains(new IdempotencyKey(value));
    }

    static Stream<List<String>> refused() {
        return Stream.of(
                List.of(""),
                List.of(" "),
                List.of("a b"),
                List.of("a\tb"),
                List.of("\u0000"),
                List.of("\u007f"),
                List.of("schlüssel"),
                List.of("k".repeat(256)),
                List.of("a", "b"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefused(List<String> headers) {
        assertThatThrownBy(() -> IdempotencyKey.of(headers))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
    }
}
