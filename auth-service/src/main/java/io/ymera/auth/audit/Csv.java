package io.ymera.auth.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as CSV (RFC 4180). Spreadsheets take a cell that begins with one of {@code = + - @}, a tab or a line's end for a
 * formula, and what is in these cells comes from whoever tried to log in: such a cell begins with an apostrophe instead.
 */
final class Csv {

    static final String HEADER = "seq,event_id,occurred_at,action,outcome,actor,target,address,details,hash\r\n";

    private static final String BEGINS_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** @param details of {@code event}, as JSON */
    static String line(AuditEntry event, String details) {
        return Stream.of(
                        cell(event.seq()),
                        cell(event.eventId()),
                        cell(event.occurredAt()),
                        cell(event.action()),
                        cell(event.outcome()),
                        cell(event.actor()),
                        cell(event.target()),
                        cell(event.address()),
                        cell(details),
                        cell(event.hash()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
