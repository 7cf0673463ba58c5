package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.ymera.testkit.Wycheproof;
import io.ymera.testkit.Wycheproof.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of Project Wycheproof, each with its own keys. */
class WycheproofTest {

    static Stream<Vector> vectors() {
        return Wycheproof.vectors().stream();
    }

    /** A good signature is not enough to be a token, so that nothing of this is accepted as one. */
    @ParameterizedTest
    @MethodSource("vectors")
    void noneIsAToken(Vector vector) {
        KeySet keys = KeySet.of(vector.jwks());
        Verification verification =
                new Verification(Verification.RS256, id -> Uni.createFrom().item(keys.find(id)));

        assertThat(verification.accepts(vector.token())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aBadSignatureIsNeverTakenForAGoodOne(Vector vector) {
        assertThat(isVerified(vector) && !vector.valid()).isFalse();
    }

    @Test
    void theGoodSignaturesOfOurAlgorithmsAreVerified() {
        List<String> verified =
                vectors().filter(WycheproofTest::isVerified).map(Vector::name).toList();
        List<String> ours = vectors()
                .filter(Vector::valid)
                .filter(vector -> vector.jwks().toString().matches(".*\"alg\":\"(RS256|ES256)\".*"))
                .map(Vector::name)
                .toList();

        assertThat(ours).hasSizeGreaterThanOrEqualTo(5);
        assertThat(verified).containsExactlyInAnyOrderElementsOf(ours);
    }

    private static boolean isVerified(Vector vector) {
        try {
            SignedToken token = SignedToken.read(vector.token());
            return KeySet.of(vector.jwks())
                    .find(token.keyId())
                    .filter(token::isSignedBy)
                    .isPresent();
        } catch (InvalidTokenException e) {
            return false;
        }
    }
}
