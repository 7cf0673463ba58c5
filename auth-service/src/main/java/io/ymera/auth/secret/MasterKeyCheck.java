package io.ymera.auth.secret;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** There is no default: whoever had it could read every key of every installation. */
@Singleton
final class MasterKeyCheck implements StartupCheck {

    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");

    /** Random bytes are hardly ever fewer different ones; "00…00" and "0123456789abcdef…" are. */
    private static final int LEAST_DIFFERENT_BYTES = 16;

    private static final String ALLOWED =
            "32 random bytes in hexadecimal, the same for all replicas, as `openssl rand -hex 32` makes them; keep a copy, "
                    + "without it the signing keys in the database can't be read";

    private final MasterKey key;

    MasterKeyCheck(MasterKey key) {
        this.key = key;
    }

    @Override
    public List<ConfigError> check() {
        return key.hex()
                .map(hex ->
                        isGood(hex) ? List.<ConfigError>of() : List.of(new ConfigError(MasterKey.NAME, hex, ALLOWED)))
                .orElseGet(() -> List.of(ConfigError.missing(MasterKey.NAME, ALLOWED)));
    }

    private static boolean isGood(String hex) {
        if (!KEY.matcher(hex).matches()) {
            return false;
        }
        boolean[] seen = new boolean[256];
        int different = 0;
        for (int i = 0; i < hex.length(); i += 2) {
            int octet = Integer.parseInt(hex, i, i + 2, 16);
            different += seen[octet] ? 0 : 1;
            seen[octet] = true;
        }
        return different >= LEAST_DIFFERENT_BYTES;
    }
}
