package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/** {@code package.json}, whichever tool installs from it. */
final class NpmManifests implements Format {

    @Override
    public boolean reads(String name) {
        return name.equals("package.json");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Tree json = TreeReader.json(file.text());
        Map<String, Declared> declared = new LinkedHashMap<>();
        read(json.at("dependencies"), Scope.RUNTIME, file.path(), declared);
        read(json.at("optionalDependencies"), Scope.OPTIONAL, file.path(), declared);
        read(json.at("devDependencies"), Scope.DEV, file.path(), declared);
        // Whoever uses the package brings these; npm 7 and later installs them
        read(json.at("peerDependencies"), Scope.RUNTIME, file.path(), declared);
        into.manifests.add(new Manifest(
                file.path(),
                Ecosystem.NPM,
                json.text("name"),
                json.text("version").isEmpty() ? null : json.text("version"),
                licence(json),
                List.copyOf(declared.values())));
    }

    private static void read(Tree members, Scope scope, String path, Map<String, Declared> into) {
        for (Tree member : members.members().values()) {
            String wanted = member.text();
            String name = member.name();
            if (local(wanted) || into.containsKey(name)) {
                continue;
            }
            String real = name;
            String range = wanted;
            if (wanted.startsWith("npm:")) {
                int cut = wanted.indexOf('@', 5);
                real = wanted.substring(4, cut < 0 ? wanted.length() : cut);
                range = cut < 0 ? "" : wanted.substring(cut + 1);
            }
            into.put(name, new Declared(name, real, range, exact(range), scope, Gathered.at(path, member.line())));
        }
    }

    /** It is part of the code base itself. */
    static boolean local(String wanted) {
        return wanted.startsWith("file:")
                || wanted.startsWith("link:")
                || wanted.startsWith("portal:")
                || wanted.startsWith("workspace:")
                || wanted.startsWith("./")
                || wanted.startsWith("../");
    }

    static @Nullable String exact(String range) {
        String plain = range.startsWith("=") ? range.substring(1).strip() : range;
        return plain.length() <= 100 && Semver.parse(plain) != null && plain.indexOf('.') > 0 ? plain : null;
    }

    /** Today a text; once an object or a list of those, of which one may choose. */
    static @Nullable String licence(Tree json) {
        List<String> all = new ArrayList<>();
        for (Tree one : List.of(json.at("license"), json.at("license", "type"))) {
            all.add(one.text());
        }
        for (Tree one : json.at("licenses").items()) {
            all.add(one.text().isEmpty() ? one.text("type") : one.text());
        }
        all.removeIf(String::isEmpty);
        return all.isEmpty() ? null : String.join(" OR ", all);
    }
}
