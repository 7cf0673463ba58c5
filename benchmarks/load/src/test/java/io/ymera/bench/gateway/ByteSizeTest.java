package io.ymera.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {

    private final ByteSize.Converter converter = new ByteSize.Converter();

    @ParameterizedTest
    @CsvSource({"200, 200", "64KiB, 65536", "10MiB, 10485760", "1GiB, 1073741824"})
    void is_read_as_people_write_it(String text, long bytes) {
        assertThat(converter.convert(text)).isEqualTo(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1GB", "-1", "1.5GiB", "9999999999"})
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> converter.convert(text));
    }
}
