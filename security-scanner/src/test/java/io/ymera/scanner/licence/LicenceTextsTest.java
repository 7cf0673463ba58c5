package io.ymera.scanner.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTextsTest {

    private static final LicenceTexts TEXTS = new LicenceTexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "Apache-2.0",
                "BSD-3-Clause",
                "BSD-2-Clause",
                "ISC",
                "MPL-2.0",
                "GPL-3.0-only",
                "GPL-2.0-only",
                "LGPL-2.1-only",
                "LGPL-3.0-only",
                "AGPL-3.0-only",
                "EPL-2.0",
                "EPL-1.0",
                "CDDL-1.0",
                "Unlicense",
                "CC0-1.0",
                "0BSD",
                "MIT-0",
                "BSD-4-Clause",
                "Zlib",
                "BSL-1.0",
                "PostgreSQL",
                "WTFPL",
                "Artistic-2.0",
                "CC-BY-4.0",
                "CC-BY-SA-4.0",
                "EUPL-1.2",
                "BlueOak-1.0.0",
                "MS-PL",
                "SSPL-1.0",
                "BUSL-1.1",
                "Python-2.0"
            })
    void eachIsKnownWhateverItsLinesAndNamesAre(String id) {
        // Given
        String text = String.join(" ", LicenceNames.lines("texts/" + id + ".txt"))
                .replace("<year>", "2019-2024")
                .replace("<copyright holders>", "Jane Doe and others");
        String framed = "Copyright (c) 2020 Somebody\nAll rights reserved.\n\n * " + text.toUpperCase(Locale.ROOT);
        // Then
        assertThat(TEXTS.recognise(framed))
                .hasValueSatisfying(found -> assertThat(found).hasToString(id));
    }

    @Test
    void noticesAndTagsNameLicencesToo() {
        assertThat(TEXTS.recognise("// SPDX-License-Identifier: MIT OR Apache-2.0\n"))
                .get()
                .hasToString("MIT OR Apache-2.0");
        assertThat(
                        TEXTS.recognise(
                                "Copyright 2020 X\n\nLicensed under the Apache License, Version 2.0 (the \"License\"); you may not use"))
                .get()
                .hasToString("Apache-2.0");
        assertThat(
                        TEXTS.recognise(
                                "This program is free software: you can redistribute it and/or modify it under the terms of the GNU Affero General Public"
                                        + " License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version."))
                .get()
                .hasToString("AGPL-3.0-or-later");
    }

    @Test
    void whatIsNoLicenceIsNone() {
        for (String text : List.of(
                "",
                "x",
                "All rights reserved. Do not copy.",
                "lorem ipsum ".repeat(1000),
                "\uFFFD".repeat(1_000_000),
                "a ".repeat(5_000_000))) {
            assertThat(TEXTS.recognise(text)).isEmpty();
        }
    }
}
