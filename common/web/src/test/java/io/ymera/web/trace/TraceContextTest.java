package io.ymera.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void keepsTheTraceAndStartsASpan() {
        TraceContext context = TraceContext.continuing("00-" + TRACE + "-" + SPAN + "-01");

        assertThat(context.traceId()).isEqualTo(TRACE);
        assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
        assertThat(context.traceparent()).isEqualTo("00-" + TRACE + "-" + context.spanId() + "-01");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-extra",
                "<script>alert(1)</script>"
            })
    void startsATraceWhereNoneIsValid(String header) {
        TraceContext context = TraceContext.continuing(header);

        assertThat(context.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(context.traceId()).isNotEqualTo(TRACE);
    }
}
