package io.ymera.auth.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.query.Queries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /audit}, {@code /audit/verify} and {@code /audit/export}: administrators read what has happened. */
@Path("/audit")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Audit log")
class AuditResource {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final AuditService audit;
    private final AuditChainService chain;

    AuditResource(AuditService audit, AuditChainService chain) {
        this.audit = audit;
        this.chain = chain;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record AuditPage(List<AuditEntry> items, @Nullable UUID nextCursor) {}

    @GET
    @Operation(operationId = "listAuditEvents", summary = "List security events, the newest first")
    public Uni<AuditPage> list(@BeanParam AuditQuery query) {
        int limit = query.readLimit();
        // One more than asked for tells whether there is another page
        return audit.list(query.filter(), query.readCursor(), limit + 1)
                .map(found -> found.size() <= limit
                        ? new AuditPage(found, null)
                        : new AuditPage(
                                found.subList(0, limit), found.get(limit - 1).eventId()));
    }

    /** With {@code from_seq} and {@code hash}, which the caller has kept, from there on. */
    @GET
    @Path("/verify")
    @Operation(operationId = "verifyAuditLog", summary = "Tell whether the log is what was recorded")
    public Uni<ChainCheck> verify(@RestQuery("from_seq") @Nullable String fromSeq, @RestQuery @Nullable String hash) {
        if (fromSeq == null && hash == null) {
            return chain.verify();
        }
        if (fromSeq == null || hash == null) {
            throw Queries.invalid(fromSeq == null ? "from_seq" : "hash", "from_seq and hash belong together");
        }
        return chain.verify(new AuditHead(seq(fromSeq), hash(hash)));
    }

    @GET
    @Path("/export")
    @Operation(operationId = "exportAuditLog", summary = "Export the log, the oldest first")
    @APIResponse(responseCode = "200", ref = "AuditExport")
    public RestMulti<String> export(
            @RestQuery @Nullable String format, @RestQuery @Nullable String since, @RestQuery @Nullable String until) {
        AuditFilter filter = AuditFilter.between(Queries.time("since", since), Queries.time("until", until));
        return switch (format == null ? "jsonl" : format) {
            case "jsonl" -> download(audit.jsonLines(filter), "application/jsonl", "audit.jsonl");
            case "csv" -> download(audit.csv(filter), "text/csv; charset=utf-8", "audit.csv");
            default -> throw Queries.invalid("format", "must be jsonl or csv");
        };
    }

    private static RestMulti<String> download(Multi<String> parts, String type, String name) {
        return RestMulti.fromMultiData(parts)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static long seq(String text) {
        try {
            long seq = Long.parseLong(text);
            if (seq >= 1) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw Queries.invalid("from_seq", "must be the number of an event, from 1");
    }

    private static String hash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw Queries.invalid("hash", "must be 64 hexadecimal digits");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
