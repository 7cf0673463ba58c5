package io.ymera.bench.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 1GiB}, {@code 64MiB}, {@code 200}. */
record ByteSize(long bytes) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(KiB|MiB|GiB)?");

    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'%s' is no size such as 1GiB or 512MiB".formatted(text));
            }
            int shift =
                    switch (parts.group(2)) {
                        case null -> 0;
                        case "KiB" -> 10;
                        case "MiB" -> 20;
                        default -> 30;
                    };
            return new ByteSize(Long.parseLong(parts.group(1)) << shift);
        }
    }
}
