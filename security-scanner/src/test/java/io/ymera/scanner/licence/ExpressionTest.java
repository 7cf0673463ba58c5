package io.ymera.scanner.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT",
        "mit, MIT",
        "MIT OR Apache-2.0 AND BSD-3-Clause, MIT OR (Apache-2.0 AND BSD-3-Clause)",
        "(MIT OR Apache-2.0) AND BSD-3-Clause, (MIT OR Apache-2.0) AND BSD-3-Clause",
        "GPL-2.0-only WITH Classpath-exception-2.0 OR MIT, GPL-2.0-only WITH Classpath-exception-2.0 OR MIT",
        "GPL-2.0, GPL-2.0-only",
        "GPL-2.0+, GPL-2.0-or-later",
        "MPL-1.1+, MPL-1.1+",
        "(MIT), MIT",
        "LicenseRef-Ours AND MIT, LicenseRef-Ours AND MIT",
        "mit or apache-2.0, MIT OR Apache-2.0"
    })
    void isReadWithItsPrecedence(String text, String expected) {
        assertThat(Expression.of(text))
                .hasValueSatisfying(expression -> assertThat(expression).hasToString(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache License, Version 2.0 | Apache-2.0",
                "The Apache Software License, Version 2.0 | Apache-2.0",
                "Apache 2 | Apache-2.0",
                "MIT License | MIT",
                "The MIT License | MIT",
                "New BSD License | BSD-3-Clause",
                "BSD 3-Clause | BSD-3-Clause",
                "GNU Lesser General Public License, Version 2.1 | LGPL-2.1-only",
                "Eclipse Public License - v 2.0 | EPL-2.0",
                "GNU General Public License v3 | GPL-3.0-only",
                "GPLv3+ | GPL-3.0-or-later",
                "GPL2 w/ CPE | GPL-2.0-only WITH Classpath-exception-2.0",
                "Mozilla Public License 2.0 | MPL-2.0",
                "Eclipse Distribution License - v 1.0 | BSD-3-Clause",
                "Public Domain, per Creative Commons CC0 | CC0-1.0"
            })
    void namesThatPeopleUseAreTakenForIds(String text, String expected) {
        assertThat(Expression.of(text))
                .hasValueSatisfying(expression -> assertThat(expression).hasToString(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MIT AND",
                "AND MIT",
                "(MIT",
                "MIT)",
                "MIT MIT",
                "SEE LICENSE IN LICENSE.md",
                "MIT WITH",
                "MIT/X",
                "OR",
                "()"
            })
    void whatIsNoExpressionIsNone(String text) {
        assertThat(Expression.of(text)).isEmpty();
    }

    @Test
    void nestingAndLengthHaveBounds() {
        assertThat(Expression.of("(".repeat(900) + "MIT" + ")".repeat(900))).isEmpty();
        assertThat(Expression.of("(".repeat(10_000_000))).isEmpty();
        assertThat(Expression.of("MIT OR ".repeat(200) + "MIT")).isPresent();
    }
}
