package io.ymera.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private final TotpCodes codes = new TotpCodes();

    /** RFC 6238, appendix B, of which six digits are the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long seconds, String code) {
        assertThat(codes.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void areGoodAStepBeforeAndAfter() {
        String code = codes.code(SECRET, 1000);

        assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(999 * 30))).hasValue(1000);
        assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(1002 * 30 - 1)))
                .hasValue(1000);
        assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(998 * 30 + 29)))
                .isEqualTo(OptionalLong.empty());
        assertThat(codes.stepOf(SECRET, code, Instant.ofEpochSecond(1002 * 30))).isEqualTo(OptionalLong.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870822", "28708a", "٢٨٧٠٨٢", "287 082", "287082\n"})
    void haveSixDigitsOfAscii(String text) {
        assertThat(TotpCodes.isCode(text)).isFalse();
        assertThat(codes.stepOf(SECRET, text, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void theUriIsWhatAppsRead() {
        assertThat(TotpCodes.uri(SECRET, "ada lovelace"))
                .isEqualTo("otpauth://totp/YMERA:ada%20lovelace?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=YMERA"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void recoveryCodesAreReadAsPeopleTypeThem() {
        assertThat(RecoveryCodes.create()).hasSize(10).doesNotHaveDuplicates().allSatisfy(code -> assertThat(code)
                .matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}"));
        assertThat(RecoveryCodes.hash("abcd efgh ijkl mnop")).isEqualTo(RecoveryCodes.hash("ABCD-EFGH-IJKL-MNOP"));
        assertThat(RecoveryCodes.hash("abcd efgh ijkl mnoq")).isNotEqualTo(RecoveryCodes.hash("ABCD-EFGH-IJKL-MNOP"));
    }
}
