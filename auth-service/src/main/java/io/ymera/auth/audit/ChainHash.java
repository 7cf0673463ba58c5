package io.ymera.auth.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.Json;
import io.ymera.auth.secret.MasterKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The hash that links an event to the one before it: HMAC-SHA-256, with a key that is not in the database, over
 *
 * <pre>
 * text    "ymera-audit-1"
 * 32      bytes of the hash before, zeros before the first event
 * int64   the event's number, from 1
 * 16      bytes of its id
 * int64   seconds since 1970 at which it occurred, then int32 the nanoseconds
 * text    action, outcome, actor, target, address
 * int32   how many details, then of each, in the order of the names (of UTF-16 code units):
 *         text the name, text the value if that is a string;
 *         what is no string was not written by us: int32 -2, text its JSON
 * </pre>
 *
 * where numbers are big-endian and a text is int32 the number of its bytes in UTF-8 and those bytes, or int32 -1 for null. So no
 * two events have the same form. Thread-safe.
 */
@Singleton
class ChainHash {

    private static final String FORM = "ymera-audit-1";
    private static final int NULL = -1;
    private static final int NO_TEXT = -2;

    private final Supplier<SecretKey> keys;
    private volatile @Nullable SecretKey key;

    @Inject
    ChainHash(MasterKey master) {
        this(() -> master.macKey("audit"));
    }

    /** @param keys asked once, and not before the first hash: the start-up checks have their say first */
    ChainHash(Supplier<SecretKey> keys) {
        this.keys = keys;
    }

    /** The hash of {@code event} as the one that comes after {@code before}, in hexadecimal. */
    String of(AuditHead before, AuditEntry event) {
        Mac mac = mac();
        text(mac, FORM);
        mac.update(HexFormat.of().parseHex(before.hash()));
        mac.update(int64(before.seq() + 1));
        mac.update(int64(event.eventId().getMostSignificantBits()));
        mac.update(int64(event.eventId().getLeastSignificantBits()));
        mac.update(int64(event.occurredAt().getEpochSecond()));
        mac.update(int32(event.occurredAt().getNano()));
        text(mac, event.action());
        text(mac, event.outcome());
        text(mac, event.actor());
        text(mac, event.target());
        text(mac, event.address());
        details(mac, event.details());
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private static void details(Mac mac, Map<String, Object> details) {
        mac.update(int32(details.size()));
        new TreeMap<>(details).forEach((name, value) -> {
            text(mac, name);
            if (value instanceof String text) {
                text(mac, text);
            } else {
                mac.update(int32(NO_TEXT));
                text(mac, Json.encode(value));
            }
        });
    }

    private static void text(Mac mac, @Nullable String text) {
        if (text == null) {
            mac.update(int32(NULL));
            return;
        }
        byte[] utf8 = text.getBytes(UTF_8);
        mac.update(int32(utf8.length));
        mac.update(utf8);
    }

    private static byte[] int32(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] int64(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private Mac mac() {
        SecretKey known = key;
        if (known == null) {
            known = keys.get();
            key = known;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(known);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }
}
