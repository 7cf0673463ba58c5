package io.ymera.gateway.apidocs.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTextTest {

    @Test
    void theFirstParagraphAndTheParameters() {
        JavadocText text = JavadocText.parse("""
                 What is sent; the body of {@code PATCH /agents/{id}}.

                 <p>More.

                 @param status {@code online}, or
                     another
                 @param runAt not before; null for at once
                """);

        assertThat(text.main()).isEqualTo("What is sent.");
        assertThat(text.parameters())
                .containsEntry("status", "`online`, or another")
                .containsEntry("runAt", "Not before; left out for at once");
    }

    @Test
    void whatMeansSomethingInTheCodeOnlyIsLeftOut() {
        JavadocText text =
                JavadocText.parse("One of {@link Things}.\n@param name see {@link Names}\n@return {@code x}");

        assertThat(text.main()).isEmpty();
        assertThat(text.parameters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the owner, or null | The owner.",
                "The body of {@code POST /a}, which may be missing. | ''",
                "{@code taskIds} or nothing | `task_ids` or nothing.",
                "a &lt; b; null is more | A < b; left out is more."
            })
    void itReadsLikeTheWire(String javadoc, String text) {
        assertThat(JavadocText.parse(javadoc).main()).isEqualTo(text);
    }
}
