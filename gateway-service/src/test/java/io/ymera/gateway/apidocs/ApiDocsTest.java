package io.ymera.gateway.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocsTest {

    private static final Pattern LOADED =
            Pattern.compile("(?:src|href)=\"([^\"]*)\"|url: '([^']*)'|init\\(\\s*'([^']*)'");
    private static final Pattern INLINE = Pattern.compile("<script>|<style>|\\son[a-z]+=|javascript:");

    private final ApiDocs docs = new ApiDocs();

    static Set<String> paths() {
        return ApiDocs.paths();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void compressedItIsTheSame(String path) throws IOException {
        Asset asset = docs.find(path).orElseThrow();

        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(asset.gzip().bytes().getBytes()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(asset.plain().bytes().getBytes());
        }
        assertThat(asset.gzip().etag()).isNotEqualTo(asset.plain().etag());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void entityTagsAreStrongAndOfTheContent(String path) {
        Asset.Body body = docs.find(path).orElseThrow().plain();

        assertThat(body.etag()).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(new ApiDocs().find(path).orElseThrow().plain().etag()).isEqualTo(body.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void aPageLoadsFromHereAndNothingInIt(String path) {
        String page = text(path);
        String script = text(path + path + ".js");

        assertThat(INLINE.matcher(page).find()).isFalse();
        for (String loaded : loadedBy(page + script)) {
            assertThat(ApiDocs.paths()).contains(loaded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void aPageRunsNoScriptsButOurs(String path) {
        String policy = docs.find(path).orElseThrow().contentSecurityPolicy();

        assertThat(policy).startsWith("default-src 'none'; script-src 'self'; ").contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContain("http").doesNotContain("*").doesNotContain("unsafe-eval");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/docs/",
                "/docs/docs.html",
                "/docs/../openapi.json",
                "/openapi.json.gz",
                "openapi.json",
                "/redoc/ApiDocs.class",
                "/docs/docs.js?x",
                "/DOCS"
            })
    void nothingElseIsThere(String path) {
        assertThat(docs.find(path)).isEmpty();
    }

    @Test
    void documentsAreAskedForEachTimeAndPackagesNowAndThen() {
        assertThat(docs.find("/openapi.json").orElseThrow().maxAge()).isZero();
        assertThat(docs.find("/docs/swagger-ui-bundle.js").orElseThrow().maxAge())
                .isPositive();
    }

    private static Set<String> loadedBy(String text) {
        Set<String> loaded = new HashSet<>();
        Matcher found = LOADED.matcher(text);
        while (found.find()) {
            for (int group = 1; group <= 3; group++) {
                if (found.group(group) != null && !found.group(group).startsWith("data:")) {
                    loaded.add(found.group(group));
                }
            }
        }
        assertThat(loaded).hasSizeGreaterThan(3);
        return loaded;
    }

    private String text(String path) {
        return docs.find(path).orElseThrow().plain().bytes().toString(UTF_8);
    }
}
