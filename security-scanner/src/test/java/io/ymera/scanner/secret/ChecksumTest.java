package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against values that others have published, put together here so that no scanner takes them for leaked ones. */
class ChecksumTest {

    private static final String GITHUB = "ghp" + "_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17";
    private static final String GRAFANA = "glsa" + "_yscW25imSKJIuav8zF37RZmnbiDvB05G" + "_fcaaf58a";
    private static final String AGE =
            "AGE-SECRET-KEY-" + "1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQS" + "3290GQ";

    @Test
    void knowsGithubsOwn() {
        assertThat(Checksum.CRC32_BASE62.holds(GITHUB)).isTrue();
        assertThat(Checksum.CRC32_BASE62.holds(GITHUB.replace('z', 'y'))).isFalse();
    }

    @Test
    void knowsGrafanasOwn() {
        assertThat(Checksum.CRC32_HEX.holds(GRAFANA)).isTrue();
        assertThat(Checksum.CRC32_HEX.holds(GRAFANA.replace('y', 'z'))).isFalse();
    }

    @Test
    void knowsBech32() {
        // BIP 173's own valid and invalid texts
        assertThat(Checksum.BECH32.holds("A1" + "2UEL5L")).isTrue();
        assertThat(Checksum.BECH32.holds("A1" + "2UEL5M")).isFalse();
        assertThat(Checksum.BECH32.holds(AGE.replace('Y', 'X'))).isFalse();
    }

    @Test
    void aTokenWithoutSignatureIsNone() {
        String header = "eyJhbGciOiJub25lIn0";
        String claims = "eyJpc3MiOiJ5bWVyYSJ9";

        assertThat(Jwt.signed(header + "." + claims + ".")).isFalse();
        assertThat(Jwt.signed(header + "." + claims + ".c2lnbmF0dXJlc2lnbmF0dXJl"))
                .isFalse();
        assertThat(Jwt.signed("eyJhbGciOiJIUzI1NiJ9." + claims + ".c2lnbmF0dXJlc2lnbmF0dXJl"))
                .isTrue();
        assertThat(Jwt.signed("eyJhbGciOiJIUzI1NiJ9.e30x.c2lnbmF0dXJlc2lnbmF0dXJl"))
                .isTrue();
        assertThat(Jwt.signed("no.json.c2lnbmF0dXJlc2lnbmF0dXJl")).isFalse();
    }
}
