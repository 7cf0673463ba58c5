package io.ymera.auth.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernamesTest {

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "ada.lovelace@example.org, ada.lovelace",
        "Ada Lovelace, Ada-Lovelace",
        "Ädä, Ada",
        "ａｄａ, ada",
        "../../etc/passwd, etc-passwd",
        "<script>alert(1)</script>, script-alert-1-script",
        "a, fallback",
        "李, fallback",
        "--, fallback"
    })
    void fitsTheRules(String preferred, String expected) {
        assertThat(Usernames.candidates(preferred, "fallback@example.org"))
                .first()
                .isEqualTo(expected);
    }

    @Test
    void someNamesAreNone() {
        assertThat(Usernames.candidates(null, "李@example.org")).first().isEqualTo("user");
    }

    @Test
    void everyCandidateIsAllowedAndAnother() {
        List<String> candidates =
                Usernames.candidates("x".repeat(1_000), "a@example.org").toList();

        assertThat(candidates)
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-zA-Z0-9._-]{3,50}"));
    }
}
