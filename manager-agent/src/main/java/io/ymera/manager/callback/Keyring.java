package io.ymera.manager.callback;

import io.ymera.persistence.SecretCipher;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locks and unlocks secrets, if the operator has given a key for that. */
@Singleton
class Keyring {

    static final String PURPOSE = "callback-secret";

    private final Optional<SecretCipher> cipher;
    private final Clock clock;

    Keyring(CallbackSettings settings, Clock clock) {
        this.cipher = settings.encryptionKey().filter(key -> !key.isBlank()).map(key -> new SecretCipher(key, PURPOSE));
        this.clock = clock;
    }

    /** Whether there is a key; without one no callback can be sent. */
    boolean isReady() {
        return cipher.isPresent();
    }

    /** Empty if there is no key. */
    Optional<byte[]> lock(byte[] secret, String owner) {
        return cipher.map(ready -> ready.encrypt(secret, owner));
    }

    /** The secrets to sign with now, the current one first; those that can't be read, for another key's sake, are left out. */
    List<byte[]> unlock(StoredSecrets stored, String owner) {
        List<byte[]> readable = new ArrayList<>();
        add(readable, stored.current(), owner);
        Instant until = stored.previousUntil();
        if (until != null && until.isAfter(clock.instant())) {
            add(readable, stored.previous(), owner);
        }
        return readable;
    }

    private void add(List<byte[]> readable, byte @Nullable [] locked, String owner) {
        if (locked == null || cipher.isEmpty()) {
            return;
        }
        try {
            readable.add(cipher.get().decrypt(locked, owner));
        } catch (GeneralSecurityException e) {
            // The owner is told by the attempt that fails for it
        }
    }
}
