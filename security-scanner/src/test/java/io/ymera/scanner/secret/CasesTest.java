package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class CasesTest {

    private static final TextScan SCAN = new TextScan();
    /** Not in the file of cases, so that other scanners stay calm. */
    private static final String PASSWORD = "vK7" + "qL9zRw2T";

    private static final String TOKEN = "q8Zt4Lw" + "9Xk2Rv7Bn5Yc3" + "Hd6Gs1Mf0Jp";

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = CasesTest.class.getResourceAsStream("cases.yaml")) {
            for (Object entry : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)) {
                Map<?, ?> one = (Map<?, ?>) entry;
                String file = String.valueOf(one.get("file"));
                String text = String.valueOf(one.get("text"));
                List<?> finds = one.get("finds") instanceof List<?> list ? list : List.of();
                tests.add(DynamicTest.dynamicTest(
                        file + ": " + text, () -> assertThat(found(file, text)).isEqualTo(finds)));
            }
        }
        return tests;
    }

    private static List<String> found(String file, String text) {
        String basic = Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String filled = text.replace("{V}", PASSWORD).replace("{T}", TOKEN).replace("{B}", basic);
        return SCAN.scan(file, filled, Place.of(file)).candidates().stream()
                .map(candidate -> candidate.kind().id())
                .toList();
    }
}
