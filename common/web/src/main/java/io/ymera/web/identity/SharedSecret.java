package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/** The key of {@code JWT_ALGORITHM=HS256}: a secret that every service has, and that is in no key set. */
public final class SharedSecret {

    /** What tokens that are signed with it carry as {@code kid}. */
    public static final String KEY_ID = "hs256";

    private SharedSecret() {}

    /** The key of {@code settings}, or null unless their algorithm is HS256. */
    public static @Nullable VerificationKey of(TokenSettings settings) {
        return TokenAlgorithm.HS256.id().equals(settings.algorithm())
                ? new VerificationKey(
                        KEY_ID,
                        TokenAlgorithm.HS256,
                        new HmacKey(settings.secretKey().orElse("").getBytes(UTF_8)))
                : null;
    }
}
