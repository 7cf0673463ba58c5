package io.ymera.examination.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><svg/onload=alert(1)>",
                "' onmouseover='alert(1)",
                "</style><img src=x onerror=alert(1)>",
                "--><!-- -->",
                "&lt;script&gt;"
            })
    void text_and_attributes_are_nothing_but_that(String hostile) {
        // When
        String html = new Html().element("p", hostile, "title", hostile).toString();

        // Then
        assertThat(html).matches("<p title=\"[^<>\"']*\">[^<>\"']*</p>");
    }

    @Test
    void what_can_not_be_seen_is_shown_as_its_number() {
        assertThat(new Html().element("p", "a\u202Eb\u0000c\u2066\uD800\n\t").toString())
                .isEqualTo("<p>a⟨U+202E⟩b⟨U+0000⟩c⟨U+2066⟩⟨U+D800⟩\n\t</p>");
    }

    @Test
    void an_element_that_was_left_open_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> new Html().open("p").toString()).isInstanceOf(IllegalStateException.class);
    }
}
