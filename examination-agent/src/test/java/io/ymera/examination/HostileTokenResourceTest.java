package io.ymera.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.codebase.Alone;
import io.ymera.testkit.TokenIssuer;
import io.ymera.testkit.TokenMutations;
import io.ymera.testkit.Wycheproof;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing here is for callers with a token: whatever token comes, the answer is the one without. */
@QuarkusTest
@TestProfile(Alone.class)
class HostileTokenResourceTest {

    private static final List<String> PATHS = List.of("/health/live", "/", "/tasks", "/q/dev");

    @Test
    void noTokenMakesADifference() {
        long seed = TokenMutations.seed();
        System.out.println("Mutations of a token: -Dymera.seed=" + seed);
        TokenMutations mutations = new TokenMutations(TokenIssuer.shared().admin(), seed);
        List<String> tokens = new ArrayList<>(List.of(
                TokenIssuer.shared().admin(),
                TokenIssuer.shared().forged(),
                TokenIssuer.shared().unsigned()));
        Wycheproof.vectors().forEach(vector -> tokens.add(vector.token()));
        Stream.generate(mutations::next).limit(200).forEach(tokens::add);
        for (String path : PATHS) {
            int without = given().get(path).statusCode();

            for (String token : tokens) {
                assertThat(given().header("Authorization", "Bearer " + token)
                                .get(path)
                                .statusCode())
                        .as("%s with %s", path, token)
                        .isEqualTo(without);
            }
        }
    }
}
