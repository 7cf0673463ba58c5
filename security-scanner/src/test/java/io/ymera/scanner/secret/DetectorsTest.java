package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.secret.TextScan.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {

    private static final TextScan SCAN = new TextScan();
    private static final Place CODE = Place.of("src/main/App.java");

    static Stream<Detector> formats() {
        return Detectors.load().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void findsEachFormat(Detector detector) {
        int found = 0;
        for (int seed = 1; seed <= 8; seed++) {
            Sample.Text sample = sound(detector, Sample.of(detector, seed));
            Result result = SCAN.scan("src/main/App.java", "x(\"" + around(detector, sample.text()) + "\");\n", CODE);
            boolean exact = result.candidates().stream()
                    .anyMatch(candidate -> candidate.value().equals(sample.secret())
                            && candidate.kind().id().equals(detector.kind().id()));
            found += exact ? 1 : 0;
        }

        // A value made at random is refused now and then, because it looks made up
        assertThat(found).as(detector.kind().id()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void isSilentAboutPlaceholdersInThatFormat(Detector detector) {
        Sample.Text sample = Sample.of(detector, 1);
        String outline = sample.secret().replaceAll("[A-Za-z0-9]", "x");

        Result result = SCAN.scan("a.java", around(detector, sample.text().replace(sample.secret(), outline)), CODE);

        assertThat(result.candidates()).as(detector.kind().id()).isEmpty();
    }

    @Test
    void eachHasItsOwnIdAndSaysWhatToDo() {
        List<Detector> detectors = Detectors.load();
        Set<String> ids = new HashSet<>();

        assertThat(detectors).hasSizeGreaterThan(100).allSatisfy(detector -> {
            assertThat(ids.add(detector.kind().id())).as(detector.kind().id()).isTrue();
            assertThat(detector.kind().fix()).endsWith(".");
            assertThat(detector.keywords())
                    .allSatisfy(keyword -> assertThat(keyword).hasSizeGreaterThan(1));
        });
    }

    /** What a detector needs near it besides its pattern. */
    private static String around(Detector detector, String text) {
        return switch (detector.kind().id()) {
            case "discord-token" -> "bot " + text;
            case "mailgun-key" -> "mailgun " + text;
            default -> text;
        };
    }

    /** With the checksum that the provider would have given it. */
    private static Sample.Text sound(Detector detector, Sample.Text sample) {
        String secret = sample.secret();
        String sound =
                switch (detector.checksum()) {
                    case CRC32_BASE62 -> {
                        String body = secret.substring(secret.indexOf('_') + 1, secret.length() - 6);
                        yield secret.substring(0, secret.length() - 6) + Checksum.base62(Checksum.crc32(body));
                    }
                    case CRC32_HEX -> {
                        String body = secret.substring(0, secret.lastIndexOf('_'));
                        yield body + "_%08x".formatted(Integer.reverseBytes((int) Checksum.crc32(body)));
                    }
                    case JWT ->
                        encoded("{\"alg\":\"RS256\"}") + "." + encoded("{\"iss\":\"ymera\",\"exp\":1700000000}") + "."
                                + secret.substring(secret.lastIndexOf('.') + 1);
                    case BASIC -> encoded("admin:" + Integer.toString(secret.hashCode(), 36) + "Qz7!f9Lw");
                    case DISCORD -> encoded("123456789012345678") + secret.substring(secret.indexOf('.'));
                    case BECH32 -> Checksum.bech32(secret.substring(0, secret.length() - 6));
                    case PASSWORD ->
                        "vK7#qL9"
                                + Integer.toString(Math.abs(secret.hashCode()), 36)
                                        .replaceAll("[^a-z0-9]", "") + "zT";
                    case MIXED -> secret;
                    case NONE, BASE64_64 -> secret;
                };
        return new Sample.Text(sample.text().replace(secret, sound), sound);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
