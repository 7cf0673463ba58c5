package io.ymera.manager.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<String>> batches = new ArrayList<>();
    private final List<CompletableFuture<Void>> commits = new ArrayList<>();
    private final GroupCommit<String, Integer> together = new GroupCommit<>(this::commit, String::length);

    private Uni<List<Integer>> commit(List<String> items) {
        batches.add(items);
        CompletableFuture<Void> committed = new CompletableFuture<>();
        commits.add(committed);
        return Uni.createFrom().completionStage(committed).map(done -> {
            if (items.contains("bad")) {
                throw new PgException("no", "ERROR", "22021", null);
            }
            return items.stream().map(String::length).toList();
        });
    }

    private CompletableFuture<Integer> add(String item) {
        return together.add(item).subscribeAsCompletionStage();
    }

    @Test
    void whatComesWhileATransactionIsUnderWayGoesTogether() throws Exception {
        var one = add("a");
        var two = add("bb");
        var three = add("ccc");

        assertThat(batches).containsExactly(List.of("a"));
        commits.get(0).complete(null);
        commits.get(1).complete(null);

        assertThat(batches).hasSize(2).last().isEqualTo(List.of("bb", "ccc"));
        assertThat(List.of(one.get(), two.get(), three.get())).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsRefusedTakesNobodyDown() throws Exception {
        add("a");
        var good = add("ccc");
        var bad = add("bad");
        var alsoGood = add("dddd");
        for (int i = 0; i < commits.size(); i++) {
            commits.get(i).complete(null);
        }

        assertThat(good.get()).isEqualTo(3);
        assertThat(alsoGood.get()).isEqualTo(4);
        assertThatThrownBy(bad::get).hasRootCauseInstanceOf(PgException.class);
    }

    @Test
    void aBrokenConnectionFailsAllSinceNobodyKnowsWhatWasCommitted() {
        add("a");
        var one = add("ccc");
        var two = add("dddd");
        commits.get(0).complete(null);
        commits.get(1).completeExceptionally(new IOException("gone"));

        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompletedExceptionally();
        assertThat(batches).hasSize(2);
    }
}
