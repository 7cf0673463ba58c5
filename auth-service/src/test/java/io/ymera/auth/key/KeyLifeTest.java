package io.ymera.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.key.KeyDatabase.Replica;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.secret.MasterKey;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.SecretCipher;
import io.ymera.testkit.MutableClock;
import io.ymera.web.identity.TokenAlgorithm;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jose4j.base64url.Base64Url;
import org.jose4j.keys.BigEndianBigInteger;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of several replicas on one database: made, rotated, retired, dropped. Time passes by the rows becoming older. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus and JUnit set them
class KeyLifeTest {

    private static final Duration PUBLISHED = Duration.ofMinutes(11);
    private static final String ADMIN = "an administrator";

    @Inject
    Vertx vertx;

    @Inject
    MasterKey master;

    @Inject
    AuditLog audit;

    private KeyDatabase database;

    @BeforeEach
    void open() {
        database = new KeyDatabase(vertx, master, audit);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void theFirstStartMakesAKeyAndTheNext(String algorithm) {
        Replica replica = database.replica(algorithm).started();

        assertThat(database.keys()).containsExactly(algorithm + " next", algorithm + " active");
        String token = sign(replica);
        assertThat(Jws.verifies(replica.keys(), token)).isTrue();
        assertThat(Jws.verifies(Jws.set(replica.keys().jwks()), token)).isTrue();
        assertThat(Jws.set(replica.keys().jwks()).getJsonWebKeys()).hasSize(2).allSatisfy(key -> {
            assertThat(key.getAlgorithm()).isEqualTo(algorithm);
            assertThat(key.getUse()).isEqualTo("sig");
            assertThat(key.getKeyId()).isEqualTo(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        });
        assertThat(replica.keys().jwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"qi\"", "\"k\"");
    }

    @Test
    void severalThatStartAtOnceMakeOneKey() {
        List<Replica> replicas = IntStream.range(0, 6)
                .mapToObj(each -> database.replica("ES256"))
                .toList();

        Uni.join()
                .all(replicas.stream().map(replica -> replica.watch().start()).toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active");
        assertThat(replicas.stream().map(Replica::kid).distinct()).hasSize(1);
    }

    @Test
    void aRestartChangesNothing() {
        String kid = database.replica("RS256").started().kid();
        String set = database.replica("RS256").started().keys().jwks();

        Replica again = database.replica("RS256").started();

        assertThat(again.kid()).isEqualTo(kid);
        assertThat(again.keys().jwks()).isEqualTo(set);
    }

    @Test
    void theDatabaseHoldsNoPrivateKeyInTheClear() {
        Replica replica = database.replica("RS256").started();
        BigInteger secret = ((RSAPrivateKey) replica.keys().signer().key()).getPrivateExponent();
        String encoded = Base64Url.encode(BigEndianBigInteger.toByteArray(secret));

        List<String> stored =
                database.rows("select encode(encrypted_jwk, 'escape') || signing_keys::text from signing_keys").stream()
                        .map(row -> row.getString(0))
                        .toList();

        assertThat(SigningKey.generate(TokenAlgorithm.RS256).serialised())
                .as("what is encrypted")
                .asString(UTF_8)
                .contains("\"d\":");
        assertThat(stored).hasSize(2).allSatisfy(row -> assertThat(row)
                .doesNotContain(encoded, secret.toString(16), "\"d\"", "\"n\"", "kty"));
    }

    @Test
    void aRotationAtOneIsSeenByTheOther() {
        Replica one = database.replica("ES256").started();
        Replica other = database.replica("ES256").started();
        String before = sign(other);
        database.age(PUBLISHED);

        one.rotation().rotate(ADMIN, Origin.NONE).await().indefinitely();
        one.tick();

        // The other, which does not know yet, signs with a key that all verify, and verifies what the first signs
        assertThat(one.kid()).isNotEqualTo(Jws.kid(before));
        assertThat(other.kid()).isEqualTo(Jws.kid(before));
        assertThat(Jws.verifies(other.keys(), sign(one))).isTrue();
        assertThat(Jws.verifies(one.keys(), sign(other))).isTrue();
        other.tick();
        assertThat(other.kid()).isEqualTo(one.kid());
        assertThat(other.keys().jwks()).isEqualTo(one.keys().jwks());
        assertThat(Jws.verifies(other.keys(), before)).isTrue();
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active", "ES256 retired");
    }

    @Test
    void keysAreRotatedByAgeOnceHoweverManyLook() {
        Replica one = database.replica("ES256").started();
        Replica other = database.replica("ES256").started();
        String before = one.kid();
        database.age(Duration.ofDays(29));
        one.tick();
        assertThat(one.kid()).isEqualTo(before);

        database.age(Duration.ofDays(1));
        Uni.join()
                .all(List.of(one.watch().tick(), other.watch().tick()))
                .andFailFast()
                .await()
                .indefinitely();
        one.tick();
        other.tick();

        assertThat(one.kid()).isNotEqualTo(before).isEqualTo(other.kid());
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active", "ES256 retired");
        assertThat(database
                        .rows("select details from audit_events where action = 'key.rotated' and target = '%s'"
                                .formatted(one.kid()))
                        .stream()
                        .map(row -> row.getJsonObject(0).getMap()))
                .containsExactly(Map.of("reason", "age", "replaced", before));
    }

    @Test
    void aReplicaWhoseClockIsWrongDoesNotRotate() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(60));
        Replica replica = database.replica("ES256", ahead).started();
        String before = replica.kid();

        replica.tick();

        assertThat(replica.kid()).isEqualTo(before);
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active");
    }

    @Test
    void aNextKeyThatIsNotKnownEverywhereDoesNotSign() {
        Replica replica = database.replica("ES256").started();
        database.age(PUBLISHED);
        rotate(replica);
        database.age(PUBLISHED.minusSeconds(30));

        assertThatThrownBy(() -> rotate(replica)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        });
        database.age(Duration.ofSeconds(30));
        rotate(replica);
    }

    @Test
    void aRetiredKeyVerifiesUntilItsLastTokenHasExpired() {
        Replica replica = database.replica("ES256").started();
        String token = sign(replica);
        database.age(PUBLISHED);
        rotate(replica);

        database.age(Duration.ofHours(48));
        replica.tick();
        assertThat(Jws.verifies(replica.keys(), token)).isTrue();

        database.age(Duration.ofMinutes(2));
        replica.tick();
        assertThat(Jws.verifies(replica.keys(), token)).isFalse();
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active");
    }

    @Test
    void aCompromisedKeyIsGoneAtOnceAndSoAreThoseBesideIt() {
        Replica replica = database.replica("ES256").started();
        String ofRetired = sign(replica);
        database.age(PUBLISHED);
        rotate(replica);
        String ofActive = sign(replica);
        String before = replica.keys().jwks();

        replica.rotation().replaceCompromised(ADMIN, Origin.NONE).await().indefinitely();
        replica.tick();

        assertThat(Jws.verifies(replica.keys(), ofActive)).isFalse();
        assertThat(Jws.verifies(replica.keys(), ofRetired)).isFalse();
        assertThat(kids(before)).doesNotContainAnyElementsOf(kids(replica.keys().jwks()));
        assertThat(Jws.verifies(replica.keys(), sign(replica))).isTrue();
        assertThat(database.rows("select details->>'reason' from audit_events where target = '%s'"
                                .formatted(replica.kid()))
                        .getFirst()
                        .getString(0))
                .isEqualTo("compromised");
    }

    @Test
    void anotherAlgorithmSignsOnceItsKeyIsKnownEverywhere() {
        Replica before = database.replica("RS256").started();
        String old = sign(before);

        Replica after = database.replica("ES256").started();

        assertThat(database.keys()).containsExactly("ES256 next", "RS256 active");
        assertThat(after.kid()).isEqualTo(before.kid());
        database.age(PUBLISHED);
        // It may be one that was not restarted yet which sees that it is time
        before.tick();
        after.tick();
        assertThat(before.keys().signer().algorithm()).isEqualTo("ES256");
        assertThat(after.kid()).isEqualTo(before.kid());
        assertThat(Jws.verifies(after.keys(), old)).isTrue();
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active", "RS256 retired");
        before.tick();
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active", "RS256 retired");
    }

    @Test
    void anAlgorithmThatWasSetBackInTimeStays() {
        String kid = database.replica("EdDSA").started().kid();
        database.replica("ES256").started();

        Replica back = database.replica("EdDSA").started();

        assertThat(database.keys()).containsExactly("EdDSA next", "EdDSA active");
        assertThat(back.kid()).isEqualTo(kid);
    }

    @Test
    void withASharedSecretKeysOnlyVerify() {
        String old = sign(database.replica("ES256").started());

        Replica symmetric = database.replica("HS256").started();

        assertThat(database.keys()).containsExactly("ES256 retired");
        String token = sign(symmetric);
        assertThat(Jws.kid(token)).isEqualTo("hs256");
        assertThat(token)
                .isEqualTo(new Signer("hs256", "HS256", new HmacKey(KeyDatabase.SECRET.getBytes(UTF_8)))
                        .sign("at+jwt", "{}"));
        assertThat(Jws.verifies(symmetric.keys(), old)).isTrue();
        assertThat(kids(symmetric.keys().jwks())).containsExactly(Jws.kid(old));
        assertThat(symmetric.keys().jwks()).doesNotContain("oct");
        assertThatThrownBy(() -> rotate(symmetric))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.CONFLICT));
        symmetric.tick();
        assertThat(database.keys()).containsExactly("ES256 retired");

        Replica back = database.replica("ES256").started();
        assertThat(Jws.verifies(back.keys(), token)).isFalse();
        assertThat(database.keys()).containsExactly("ES256 next", "ES256 active", "ES256 retired");
    }

    @Test
    void doesNotStartOnKeysOfAnotherEncryptionKey() {
        insertEncryptedWithAnotherKey();
        Replica replica = database.replica("ES256");

        assertThatThrownBy(replica::started)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AUTH_ENCRYPTION_KEY")
                .hasMessageContaining("Set the one that was used before");
        assertThat(database.keys()).containsExactly("RS256 active");
    }

    @Test
    void aKeyThatSomebodyPutIntoTheDatabaseIsNotPublished() {
        Replica replica = database.replica("ES256").started();
        String set = replica.keys().jwks();
        // A good ciphertext, but not that of this row
        database.execute("""
                insert into signing_keys select 'planted', algorithm, 'retired', encrypted_jwk, created_at, now(), now(),
                    now() + interval '1 day' from signing_keys where status = 'active'
                """);

        assertThatThrownBy(replica::tick).isInstanceOf(UnreadableKeyException.class);

        assertThat(replica.keys().jwks()).isEqualTo(set);
        assertThat(Jws.verifies(replica.keys(), sign(replica))).isTrue();
    }

    @Test
    void aReplicaThatIsCutOffSignsForADay() {
        MutableClock clock = new MutableClock(Instant.now());
        Replica replica = database.replica("ES256", clock).started();
        Replica other = database.replica("ES256").started();
        replica.pool().closeAndAwait();
        database.age(PUBLISHED);
        rotate(other);

        clock.advance(Duration.ofHours(24));
        database.age(Duration.ofHours(24));
        replica.watch().look().await().indefinitely();

        String token = sign(replica);
        assertThat(Jws.verifies(Jws.set(replica.keys().jwks()), token)).isTrue();
        // Which is good for another day, and others know its key as long
        database.age(Duration.ofHours(24));
        other.tick();
        assertThat(Jws.verifies(other.keys(), token)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> sign(replica))
                .isInstanceOfSatisfying(
                        ApiException.class, away -> assertThat(away.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private void insertEncryptedWithAnotherKey() {
        SigningKey key = SigningKey.generate(TokenAlgorithm.RS256);
        byte[] encrypted = new SecretCipher("ab".repeat(32), "signing-key").encrypt(key.serialised(), key.kid());
        database.execute(
                "insert into signing_keys values ($1, 'RS256', 'active', $2, now(), now())",
                key.kid(),
                Buffer.buffer(encrypted));
    }

    private static void rotate(Replica replica) {
        replica.rotation().rotate(ADMIN, Origin.NONE).await().indefinitely();
        replica.tick();
    }

    private static String sign(Replica replica) {
        return replica.keys().sign("at+jwt", "{}");
    }

    private static Set<String> kids(String jwks) {
        Set<String> kids = new HashSet<>();
        Jws.set(jwks).getJsonWebKeys().forEach(key -> kids.add(key.getKeyId()));
        return kids;
    }
}
