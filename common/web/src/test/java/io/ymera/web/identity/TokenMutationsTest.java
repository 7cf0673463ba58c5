package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.testkit.TokenIssuer;
import io.ymera.testkit.TokenMutations;
import org.junit.jupiter.api.Test;

/** Whatever is done to a good token, it is refused as any bad one is. {@code -Dymera.seed=} repeats a run. */
class TokenMutationsTest {

    private static final int MUTATIONS = 5_000;

    @Test
    void noMutationIsAccepted() {
        long seed = TokenMutations.seed();
        System.out.println("Mutations of tokens: -Dymera.seed=" + seed);
        Verification verification = new Verification();
        for (String good : new String[] {
            TokenIssuer.shared().user(),
            TokenIssuer.shared().es256(),
            TokenIssuer.shared().edDsa()
        }) {
            TokenMutations mutations = new TokenMutations(good, seed);
            assertThat(verification.accepts(good)).isTrue();

            for (int i = 0; i < MUTATIONS; i++) {
                String mutation = mutations.next();
                assertThat(verification.refusal(mutation))
                        .as("seed %d, mutation %d: %s", seed, i, mutation)
                        .isNotNull();
            }
        }
    }
}
