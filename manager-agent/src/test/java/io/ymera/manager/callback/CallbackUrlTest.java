package io.ymera.manager.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {

    private static final CallbackSettings STRICT = TestSettings.strict();
    private static final CallbackSettings LOCAL = TestSettings.local();

    @ParameterizedTest
    @CsvSource({
        "https://example.org, example.org, 443, /",
        "HTTPS://Example.ORG/Path, example.org, 443, /Path",
        "https://example.org:8443/a/b?c=d&e=%20, example.org, 8443, /a/b?c=d&e=%20",
        "https://example.org?x, example.org, 443, /?x",
        "https://8.8.8.8/x, 8.8.8.8, 443, /x",
        "https://[2606:4700::1111]:444/x, 2606:4700::1111, 444, /x",
        "https://xn--nxasmq6b.example/ä, xn--nxasmq6b.example, 443, /%C3%A4"
    })
    void aUrlThatCallbacksCanGoTo(String url, String host, int port, String target) {
        assertThat(CallbackUrl.parse(url, STRICT)).isEqualTo(new CallbackUrl(true, host, port, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/x",
                "//example.org/x",
                "https:",
                "https://",
                "https:///x",
                "https:example.org",
                "http://example.org",
                "ftp://example.org",
                "file:///etc/passwd",
                "gopher://example.org",
                "jar:https://example.org!/x",
                "javascript:alert(1)",
                "https://user@example.org",
                "https://user:password@example.org",
                "https://example.org@127.0.0.1/",
                "https://example.org#x",
                "https://example.org:0",
                "https://example.org:65536",
                "https://example.org:-1",
                "https://example.org:99999999999",
                "https://exa mple.org",
                "https://example.org/a b",
                "https://example.org/\r\nHost: evil",
                "https://example.org/\u0000",
                "https://example.org\\@evil.example",
                "https://example.org.",
                "https://ex_ample.org",
                "https://bücher.example",
                "https://①②⑦.⓪.⓪.①",
                "https://127.0.0.1",
                "https://127.1",
                "https://2130706433",
                "https://0x7f000001",
                "https://0x7f.1",
                "https://0177.0.0.1",
                "https://0",
                "https://10.0.0.1:8443",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]",
                "https://[::]",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[64:ff9b::7f00:1]",
                "https://[fe80::1%25eth0]",
                "https://[fd00:ec2::254]"
            })
    void oneThatTheyCanNot(String url) {
        assertThatThrownBy(() -> CallbackUrl.parse(url, STRICT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongOneIsRefused() {
        assertThatThrownBy(() -> CallbackUrl.parse("https://example.org/" + "a".repeat(2_000), STRICT))
                .hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/x", "https://10.0.0.1", "http://localhost/", "http://[::1]:1/"})
    void forLocalDevelopmentMoreIsAllowed(String url) {
        assertThat(CallbackUrl.parse(url, LOCAL).host()).isNotEmpty();
    }
}
