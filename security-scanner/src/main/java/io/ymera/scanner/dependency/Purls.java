package io.ymera.scanner.dependency;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Package URLs. */
final class Purls {

    private Purls() {}

    /** That of a package; a name that no registry would take is written in full behind the type. */
    static String of(Ecosystem ecosystem, String name, @Nullable String version) {
        int cut = ecosystem == Ecosystem.MAVEN ? name.indexOf(':') : name.lastIndexOf('/');
        String space = cut > 0 ? name.substring(0, cut) : null;
        String rest = cut > 0 ? name.substring(cut + 1) : name;
        try {
            return new PackageURL(ecosystem.purl(), space, rest, version, null, null).canonicalize();
        } catch (MalformedPackageURLException | RuntimeException e) {
            String plain = "pkg:" + ecosystem.purl() + "/" + encoded(name);
            return version == null ? plain : plain + "@" + encoded(version);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
