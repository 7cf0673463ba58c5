package de.kontor.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

@Component
class LedgerCorrectionListener {

    private final JdbcTemplate jdbc;
    private final ObjectMapper mapper;
    private final Executor pool;
    private final CorrectionBook book;

    LedgerCorrectionListener(JdbcTemplate jdbc, ObjectMapper mapper,
                             @Qualifier("ledgerPool") Executor pool, CorrectionBook book) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.pool = pool;
        this.book = book;
    }

    @KafkaListener(topics = "partner.corrections", groupId = "ledger")
    void onCorrection(String payload, Acknowledgment ack) throws IOException {
        JsonNode event = mapper.readTree(payload);
        String reference = event.path("reference").asText();
        long cents = event.path("amountCents").asLong();

        CompletableFuture
            .supplyAsync(() -> postings(reference), pool)
            .thenAccept(ids -> ids.forEach(id -> book.correct(id, cents)))
            .thenRun(ack::acknowledge);
    }

    private List<Long> postings(String reference) {
        StringBuilder sql = new StringBuilder("SELECT posting_id FROM posting");
        sql.append(" WHERE closed = FALSE");
        sql.append(" AND external_ref = ").append('?');
        sql.append(" ORDER BY posting_id");
        return jdbc.queryForList(sql.toString(), Long.class, reference);
    }

    interface CorrectionBook {
        void correct(long postingId, long cents);
    }
}
