package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerKeyTest {

    private static final Limit DEFAULT = new Limit("default", 100, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, address:192.0.2.1",
        "[2001:db8:1:2:3:4:5:6], address:2001:db8:1:2::/64",
        "[2001:db8:1:2:ffff:0:0:1], address:2001:db8:1:2::/64",
        "[0:0:0:0:0:0:0:1], address:0:0:0:0::/64",
        "unknown, address:unknown",
        "[1:2:3], address:[1:2:3]"
    })
    void countsNetworksOfIpv6AndAddressesOfIpv4(String address, String key) {
        assertThat(CallerKey.address(address)).isEqualTo(key);
    }

    @Test
    void canBeReadInATerminal() {
        assertThat(CallerKey.counted(DEFAULT, CallerKey.user("0193d1b2-77d1-7e53-9a55-63a0ac3e3d4b")))
                .isEqualTo("ymera:limit:default:user:0193d1b2-77d1-7e53-9a55-63a0ac3e3d4b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:a\r\nFLUSHALL\r\n", "user:\0", "user: ", "user:é", "user:\uD800", "sha256:abc"})
    void doesNotShowWhatIsStrange(String key) {
        assertThat(CallerKey.counted(DEFAULT, key)).matches("ymera:limit:default:sha256:[A-Za-z0-9_-]{43}");
    }

    @Test
    void isShortForLongKeys() {
        assertThat(CallerKey.counted(DEFAULT, "user:" + "a".repeat(1_000_000))).hasSizeLessThan(100);
    }

    @Test
    void tellsCallersApart() {
        List<String> keys = List.of(
                "user:a",
                "user:A",
                "user:a ",
                "user:\uD800",
                "user:\uD801",
                "user:?",
                "user:" + "a".repeat(200),
                "user:" + "a".repeat(201));

        assertThat(keys.stream().map(key -> CallerKey.counted(DEFAULT, key))).doesNotHaveDuplicates();
    }

    @Test
    void aDigestCannotBeClaimed() {
        String strange = CallerKey.counted(DEFAULT, "user:é");
        String claimed = strange.substring("ymera:limit:default:".length());

        assertThat(CallerKey.counted(DEFAULT, claimed)).isNotEqualTo(strange);
    }
}
