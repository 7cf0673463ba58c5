package io.ymera.lab.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallSitesTest {

    /** Has instructions of odd lengths before the one that is changed. */
    public static final class Caller {

        private Caller() {}

        public static int call(Method method, int kind, String word) throws ReflectiveOperationException {
            int before =
                    switch (kind) {
                        case 0 -> 10;
                        case 1 -> 20;
                        case 1_000_000 -> 30;
                        default -> 40;
                    };
            before += switch (word) {
                case "one" -> 1;
                case "two" -> 2;
                default -> 3;
            };
            return before + (int) Objects.requireNonNull(method.invoke(null, kind));
        }
    }

    static int half(int number) {
        if (number % 2 != 0) {
            throw new IllegalStateException("odd");
        }
        return number / 2;
    }

    @Test
    void what_a_method_did_is_seen_and_its_caller_notices_nothing() throws Exception {
        // Given
        Method half = CallSitesTest.class.getDeclaredMethod("half", int.class);
        Method call = changed().getMethod("call", Method.class, int.class, String.class);

        // When
        Object result = call.invoke(null, half, 1_000_000, "two");

        // Then
        assertThat(result).isEqualTo(500_032);
        assertThat(Objects.requireNonNull(Calls.last(half, true)).thrown()).isNull();

        // When
        assertThatThrownBy(() -> call.invoke(null, half, 1, "one"))
                .cause()
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseMessage("odd");

        // Then
        assertThat(Objects.requireNonNull(Calls.last(half, true)).thrown())
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void classes_that_call_no_methods_by_reflection_stay_as_they_are() throws IOException {
        assertThat(CallSites.redirected(bytes(Guard.class))).isNull();
    }

    private static Class<?> changed() throws IOException {
        byte[] bytes = Objects.requireNonNull(CallSites.redirected(bytes(Caller.class)));
        return new ClassLoader(CallSitesTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(null, bytes, 0, bytes.length);
            }
        }.define();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
