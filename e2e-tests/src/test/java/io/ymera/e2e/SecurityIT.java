package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job of the security agent, through the gateway. */
@ExtendWith(PlatformExtension.class)
class SecurityIT {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_client_has_code_searched_for_secrets_and_reads_where_one_is_but_not_what_it_is(Platform platform)
            throws Exception {
        // Given
        Client client = Client.register(platform);
        String key = privateKey();
        var parameters = json.createObjectNode();
        parameters.putArray("files").addObject().put("path", "conf/deploy.pem").put("content", key);
        parameters.put("sarif", true);

        // When
        String task = platform.gateway().submit(client.token(), "secrets", "secret_scan", parameters);
        try (Watched watched = new Watched(client.follow(task))) {
            watched.awaitEnd();
            watched.requireWhole();
        }

        // Then
        JsonNode report = client.task(task).path("result");
        assertThat(report.path("verdict").asText()).isEqualTo("failed");
        assertThat(report.at("/findings/0/place/path").asText()).isEqualTo("conf/deploy.pem");
        assertThat(report.at("/sarif/version").asText()).isEqualTo("2.1.0");
        assertThat(report.toString())
                .doesNotContain(key.lines().skip(3).findFirst().orElseThrow());
    }

    @Test
    void the_launcher_scans_a_folder_and_fails_for_what_is_new_only(Platform platform, @TempDir Path project)
            throws Exception {
        // Given
        Path code = Files.createDirectory(project.resolve("code"));
        Files.writeString(code.resolve("deploy.pem"), privateKey());
        Path report = project.resolve("report.json");
        Path sarif = project.resolve("report.sarif");

        // When
        Platform.Ran first = platform.ymera(
                "scan", code.toString(), "--json", report.toString(), "--sarif", sarif.toString(), "--no-adapters");
        Platform.Ran again = platform.ymera("scan", code.toString(), "--baseline", report.toString(), "--no-adapters");

        // Then
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.output()).contains("deploy.pem:1", "FAILED", "Fix: ");
        assertThat(json.readTree(sarif.toFile()).path("version").asText()).isEqualTo("2.1.0");
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("known before", "PASSED");
    }

    private static String privateKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
